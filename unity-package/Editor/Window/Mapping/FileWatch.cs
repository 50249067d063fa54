using System.IO;
using System.Text;
using Koekata.Editing;

namespace Koekata.Editor
{
    /// <summary>Looks after the file of a table that is being edited.</summary>
    internal sealed class FileWatch
    {
        string path = "";
        long seen;

        /// <summary>Whether another program has written something else since the last look. Cheap while nothing happens.</summary>
        internal bool Changed(string file, string saved)
        {
            long now = File.GetLastWriteTimeUtc(file).Ticks;
            bool same = file == path && now == seen;
            path = file;
            seen = now;
            return !same && new TableFile(file, saved).ChangedOnDisk();
        }

        /// <summary>Keeps edits that cannot be saved in a file beside the table; its path.</summary>
        internal static string KeepAside(string file, string text)
        {
            string aside = file + ".unsaved.txt";
            WholeFile.Write(aside, new UTF8Encoding(false).GetBytes(text));
            return aside;
        }
    }
}
