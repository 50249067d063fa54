using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>The channels of mappings/channels.json, and the inputs that an evaluator itself delivers.</summary>
    internal sealed class Channels
    {
        internal static readonly string[] Own = { "tracked", "winkLeft", "winkRight" };

        internal readonly List<Input> All = new List<Input>();
        readonly HashSet<string> names = new HashSet<string>(Own);

        internal Channels()
        {
            JsonNode root = JsonReader.Read(new SourceText("channels", ContractData.Channels));
            foreach (JsonNode entry in root.Items)
            {
                bool bound = entry.Items[1].IsNumber;
                var range = bound ? new Limits(entry.Items[1].Number, entry.Items[2].Number) : Limits.None;
                All.Add(new Input(entry.Items[0].Text, 0.0, range, entry.Items[3].Flag));
                names.Add(entry.Items[0].Text);
            }
        }

        /// <summary>Whether a name is that of a channel or of an input of the evaluator's own.</summary>
        internal bool Has(string name)
        {
            return names.Contains(name);
        }

        internal IEnumerable<string> Names
        {
            get { return names; }
        }
    }
}
