using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>What is known about names: the tables of `names`, ready to be asked.</summary>
    internal sealed class Knowledge
    {
        const int ArkitCount = 52;

        internal readonly List<Convention> Conventions = new List<Convention>();
        internal readonly NameWords Words;
        internal readonly JsonValue Layers;
        internal readonly IDraftData Data;

        internal Knowledge(IDraftData data)
        {
            Data = data;
            Words = new NameWords(Parsed("names/words.json"));
            Layers = Parsed("names/layers.json");
            List<string> channels = Arkit();
            foreach (JsonValue entry in Parsed("names/spellings.json")["conventions"].Items)
                Conventions.Add(new Convention(entry, channels));
        }

        internal Convention Find(string id)
        {
            return Conventions.Find(convention => convention.Id == id);
        }

        /// <summary>The 52 channels of ARKit, which are the first of channels.json.</summary>
        internal static List<string> Arkit()
        {
            return new Channels().All.GetRange(0, ArkitCount).ConvertAll(input => input.Id);
        }

        JsonValue Parsed(string path)
        {
            string text = Data.Read(path);
            if (text == null)
                throw new System.IO.FileNotFoundException("the data of the package is incomplete: " + path + " is missing", path);
            return JsonValue.From(new TableText(text, path).Root);
        }
    }
}
