using System.IO;

namespace Koekata.Editing
{
    /// <summary>The data in a folder.</summary>
    public sealed class FolderData : IDraftData
    {
        readonly string folder;

        /// <summary>Takes the folder that holds `names` and `presets`.</summary>
        public FolderData(string folder)
        {
            this.folder = folder;
        }

        /// <inheritdoc/>
        public string Read(string path)
        {
            string file = Path.Combine(folder, path);
            return File.Exists(file) ? File.ReadAllText(file) : null;
        }
    }
}
