using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Checks what a table means, after its form was found right.</summary>
    internal static class MeaningCheck
    {
        internal static void Check(Merged merged)
        {
            RequiredCheck.Check(merged);
            NameCheck.Check(merged);
            CheckCycles(merged);
            ReferenceCheck.Check(merged);
            CheckChoices(merged);
            OrderCheck.Check(merged);
            TogetherCheck.Check(merged);
        }

        static void CheckCycles(Merged merged)
        {
            foreach (List<string> cycle in new SignalOrder(merged).Cycles())
            {
                JsonNode node = merged["signals"].Find(cycle[0]).Find("from");
                var round = new List<string>(cycle) { cycle[0] };
                string chain = string.Join(" -> ", round.ConvertAll(id => "\"" + id + "\"").ToArray());
                node.Fault(FaultCode.Cycle, "signals need each other: " + chain, "Break the circle.");
            }
        }

        static void CheckChoices(Merged merged)
        {
            foreach (Entry entry in merged["switches"])
            {
                var seen = new HashSet<string>();
                foreach (JsonObject choice in References.Choices(entry))
                    if (!seen.Add(choice["id"].Text))
                        choice["id"].Fault(
                            FaultCode.DuplicateId, "\"" + choice["id"].Text + "\" stands twice in this switch", "Give one another id.");
            }
        }
    }
}
