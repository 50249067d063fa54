using System;
using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>What differs between two texts, line by line.</summary>
    public static class LineDiff
    {
        // Beyond this, what differs is told as one block: nobody reads it line by line.
        const int Most = 2000;

        /// <summary>The lines that went ("-" in front) and came ("+"), in the order of the texts.</summary>
        public static IList<string> Between(string before, string after)
        {
            string[] old = before.Split('\n'), now = after.Split('\n');
            int start = 0, end = 0;
            int least = Math.Min(old.Length, now.Length);
            while (start < least && old[start] == now[start])
                start++;
            while (end < least - start && old[old.Length - 1 - end] == now[now.Length - 1 - end])
                end++;
            return Middle(Part(old, start, end), Part(now, start, end));
        }

        static string[] Part(string[] lines, int start, int end)
        {
            var part = new string[lines.Length - start - end];
            Array.Copy(lines, start, part, 0, part.Length);
            return part;
        }

        static IList<string> Middle(string[] old, string[] now)
        {
            bool small = (long)old.Length * now.Length <= (long)Most * Most;
            int[,] common = small ? Common(old, now) : null;
            var found = new List<string>();
            int i = 0, j = 0;
            while (i < old.Length || j < now.Length)
                if (small && i < old.Length && j < now.Length && old[i] == now[j])
                {
                    i++;
                    j++;
                }
                else if (i < old.Length && (j == now.Length || !small || common[i + 1, j] >= common[i, j + 1]))
                    found.Add("-" + old[i++].TrimEnd('\r'));
                else
                    found.Add("+" + now[j++].TrimEnd('\r'));
            return found;
        }

        /// <summary>How many lines the rests of both have in common, by where the rests begin.</summary>
        static int[,] Common(string[] old, string[] now)
        {
            var found = new int[old.Length + 1, now.Length + 1];
            for (int i = old.Length - 1; i >= 0; i--)
                for (int j = now.Length - 1; j >= 0; j--)
                    found[i, j] = old[i] == now[j] ? found[i + 1, j + 1] + 1 : Math.Max(found[i + 1, j], found[i, j + 1]);
            return found;
        }
    }
}
