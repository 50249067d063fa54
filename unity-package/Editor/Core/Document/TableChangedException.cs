using System.IO;

namespace Koekata.Editing
{
    /// <summary>A table was changed by somebody else since it was read. Nothing was written.</summary>
    public sealed class TableChangedException : IOException
    {
        internal TableChangedException(string path)
            : base(path + ": was changed on the disk since it was opened here, and is not written over. " +
                "Load it anew, or save this one under another name.")
        {
        }
    }
}
