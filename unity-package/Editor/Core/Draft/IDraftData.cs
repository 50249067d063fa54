namespace Koekata.Editing
{
    /// <summary>Where the tables of names, and the presets, are read from.</summary>
    public interface IDraftData
    {
        /// <summary>The text of `names/words.json`, `presets/vrm1.json` and so on; null where there is none.</summary>
        string Read(string path);
    }
}
