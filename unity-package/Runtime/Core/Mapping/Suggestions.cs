using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Names that a misspelt one may have meant (Ratcliff and Obershelp's likeness of texts).</summary>
    internal static class Suggestions
    {
        const double Near = 0.7;
        const int Most = 3;

        /// <summary>"Did you mean ...? ", or nothing where no known name is near.</summary>
        internal static string For(string name, IEnumerable<string> known)
        {
            string wanted = name.ToLowerInvariant();
            var found = new List<KeyValuePair<double, string>>();
            foreach (string candidate in known)
            {
                double likeness = Likeness(wanted, candidate.ToLowerInvariant());
                if (likeness >= Near)
                    found.Add(new KeyValuePair<double, string>(-likeness, candidate));
            }
            if (found.Count == 0)
                return "";
            found.Sort(ByLikeness);
            var names = new List<string>();
            for (int i = 0; i < found.Count && i < Most; i++)
                names.Add("\"" + found[i].Value + "\"");
            return "Did you mean " + string.Join(" or ", names.ToArray()) + "? ";
        }

        static int ByLikeness(KeyValuePair<double, string> a, KeyValuePair<double, string> b)
        {
            int order = a.Key.CompareTo(b.Key);
            return order != 0 ? order : string.CompareOrdinal(a.Value, b.Value);
        }

        static double Likeness(string a, string b)
        {
            int both = a.Length + b.Length;
            // The likeness cannot be higher than this, which costs nothing to know.
            if (both == 0 || 2.0 * Math.Min(a.Length, b.Length) < Near * both)
                return 0.0;
            return 2.0 * Matches(a, 0, a.Length, b, 0, b.Length) / both;
        }

        /// <summary>Characters in common: the longest common piece, then the same to its left and right.</summary>
        internal static int Matches(string a, int aFrom, int aTo, string b, int bFrom, int bTo)
        {
            int length = 0, atA = aFrom, atB = bFrom;
            for (int i = aFrom; i < aTo; i++)
                for (int j = bFrom; j < bTo; j++)
                {
                    int run = Run(a, i, aTo, b, j, bTo);
                    if (run <= length)
                        continue;
                    length = run;
                    atA = i;
                    atB = j;
                }
            if (length == 0)
                return 0;
            int left = Matches(a, aFrom, atA, b, bFrom, atB);
            return left + length + Matches(a, atA + length, aTo, b, atB + length, bTo);
        }

        static int Run(string a, int i, int aTo, string b, int j, int bTo)
        {
            int run = 0;
            while (i + run < aTo && j + run < bTo && a[i + run] == b[j + run])
                run++;
            return run;
        }
    }
}
