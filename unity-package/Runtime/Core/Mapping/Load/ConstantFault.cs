namespace Koekata.Mapping
{
    /// <summary>Says what is wrong where only one value may stand.</summary>
    internal static class ConstantFault
    {
        internal static void Note(JsonNode node, JsonNode wanted)
        {
            if (node.Pointer == "/version")
                node.Fault(FaultCode.Version, "this version is not known here", VersionRemedy(node));
            else if (node.Kind != JsonKind.Boolean)
                node.Fault(FaultCode.WrongType, Kinds.Describe(Kinds.Of(wanted)) + " is expected", "Write true, or leave it out.");
            else if (!wanted.Flag)
                node.Fault(FaultCode.UnknownValue, "true says nothing here", "Write {} to switch it on with its defaults.");
            else
                node.Fault(FaultCode.UnknownValue, "only true is allowed here", "Leave the property out to keep the entry.");
        }

        static string VersionRemedy(JsonNode version)
        {
            return Kinds.Of(version) == "integer" && version.Number > 1
                ? "It was written for a newer Koekata: update this one."
                : "This reader knows version 1; `koekata mapping migrate` rewrites older tables.";
        }
    }
}
