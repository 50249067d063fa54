using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Ids of conditions, regions and targets that are not there, and targets in two regions.</summary>
    internal static class ReferenceCheck
    {
        internal static void Check(Merged merged)
        {
            foreach (JsonObject formula in References.Formulas(merged))
                CheckWeights(formula, merged["conditions"]);
            foreach (Entry entry in merged["groups"])
                CheckWeights(entry.Properties, merged["conditions"]);
            CheckAll(merged["rows"], "region", merged["regions"]);
            CheckAll(merged["targets"], "region", merged["regions"]);
            CheckAll(merged["conditions"], "suppress", merged["regions"]);
            CheckRegionConflicts(merged);
            CheckTargets(merged);
        }

        static void CheckWeights(JsonObject nodes, Section conditions)
        {
            foreach (JsonNode node in Fields.Listed(nodes.Find("while")))
                CheckId(node.Text, node, conditions, "condition");
            foreach (JsonNode node in Fields.Listed(nodes.Find("unless")))
                CheckId(node.Text, node, conditions, "condition");
        }

        static void CheckAll(Section users, string property, Section regions)
        {
            foreach (Entry entry in users)
                foreach (JsonNode node in Fields.Listed(entry.Find(property)))
                    CheckId(node.Text, node, regions, "region");
        }

        static void CheckId(string id, JsonNode node, Section known, string what)
        {
            if (known.Has(id))
                return;
            string remedy = node.Source.DidYouMean(id, known.Ids) + "Add a " + what + " of this id, or correct it.";
            node.Fault(FaultCode.UnknownId, "there is no " + what + " \"" + id + "\"", remedy);
        }

        static void CheckRegionConflicts(Merged merged)
        {
            var stated = new Dictionary<string, string>();
            foreach (Entry target in merged["targets"])
                if (target.Find("region") != null)
                    stated[target.Id] = target.Find("region").Text;
            foreach (Entry row in merged["rows"])
                if (row.Find("region") != null && row.Find("to") != null)
                    CheckRegion(row.Find("to").Text, row.Find("region"), stated);
        }

        static void CheckRegion(string target, JsonNode node, Dictionary<string, string> stated)
        {
            string first;
            if (!stated.TryGetValue(target, out first))
                stated[target] = first = node.Text;
            if (first == node.Text)
                return;
            string message = "\"" + target + "\" is already in the region \"" + first + "\"";
            node.Fault(FaultCode.RegionConflict, message, "A target has one region; give all its rows the same.");
        }

        static void CheckTargets(Merged merged)
        {
            if (merged.Fields("table", merged.Properties).Text("implicit_target") != "none")
                return;
            foreach (KeyValuePair<string, JsonNode> mention in References.Targets(merged))
                CheckId(mention.Key, mention.Value, merged["targets"], "target");
        }
    }
}
