using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Names of inputs and signals: taken ones, and sources that name nothing.</summary>
    internal static class NameCheck
    {
        internal static void Check(Merged merged)
        {
            Channels channels = merged.Contract.Channels;
            foreach (Entry entry in merged["inputs"])
                CheckTaken(entry, channels.Has(entry.Id));
            foreach (Entry entry in merged["signals"])
                CheckTaken(entry, channels.Has(entry.Id) || merged["inputs"].Has(entry.Id));
            CheckSources(merged);
        }

        static void CheckTaken(Entry entry, bool taken)
        {
            if (taken)
                entry.Node.Find("id").Fault(
                    FaultCode.NameTaken, "\"" + entry.Id + "\" is the name of an input", "Choose another id.");
        }

        static void CheckSources(Merged merged)
        {
            var known = new HashSet<string>(merged.Contract.Channels.Names);
            known.UnionWith(merged["inputs"].Ids);
            known.UnionWith(merged["signals"].Ids);
            foreach (JsonObject formula in References.Formulas(merged))
                foreach (JsonNode source in References.Sources(formula))
                    CheckSource(source, known);
            foreach (Entry entry in merged["conditions"])
                foreach (JsonNode source in References.Sources(entry.Properties, "when"))
                    CheckSource(source, known);
        }

        static void CheckSource(JsonNode source, HashSet<string> known)
        {
            if (known.Contains(source.Text))
                return;
            string remedy = source.Source.DidYouMean(source.Text, known) + "A channel of your own must stand in `inputs`.";
            source.Fault(FaultCode.UnknownName, "there is no input and no signal \"" + source.Text + "\"", remedy);
        }
    }
}
