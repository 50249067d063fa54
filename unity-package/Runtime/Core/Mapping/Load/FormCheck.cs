using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Checks the form of one file against the schema, with a fault for each place.</summary>
    internal sealed class FormCheck
    {
        readonly TableSchema rules;

        internal FormCheck(TableSchema rules)
        {
            this.rules = rules;
        }

        /// <summary>Notes every fault of the form in the source of the node.</summary>
        internal void Check(JsonNode root)
        {
            if (!IsListOfPairs(root))
            {
                Check(root, rules.Table);
                return;
            }
            const string remedy = "It is one of version 0: `koekata mapping migrate` rewrites it on a copy.";
            root.Fault(FaultCode.Version, "a list of pairs is no table", remedy);
        }

        bool IsListOfPairs(JsonNode root)
        {
            if (!root.IsObject || root.Members.Count == 0)
                return false;
            return !root.Members.Names.Exists(rules.Table.Properties.ContainsKey);
        }

        void Check(JsonNode node, Schema schema)
        {
            schema = rules.Resolved(schema);
            if (node.Unknown)
                return;
            string kind = Kinds.Of(node);
            if (schema.Type == null && schema.OneOf.Count > 0)
                CheckBranches(node, kind, schema);
            else if (schema.Constant != null && !SameConstant(node, schema.Constant))
                ConstantFault.Note(node, schema.Constant);
            else if (schema.Type != null && !Fits(kind, schema))
                NoteWrongType(node, kind, new List<Schema> { schema });
            else
                CheckInside(node, schema);
        }

        void CheckBranches(JsonNode node, string kind, Schema schema)
        {
            foreach (Schema branch in schema.OneOf)
                if (Fits(kind, branch))
                {
                    Check(node, branch);
                    return;
                }
            NoteWrongType(node, kind, schema.OneOf.FindAll(branch => branch.Constant == null || branch.Constant.Flag));
        }

        bool Fits(string kind, Schema schema)
        {
            schema = rules.Resolved(schema);
            if (schema.Type == null)
                return schema.OneOf.Exists(branch => Fits(kind, branch));
            return schema.Type == kind || (schema.Type == "number" && kind == "integer");
        }

        static bool SameConstant(JsonNode node, JsonNode wanted)
        {
            if (node.Kind != wanted.Kind)
                return false;
            return node.IsNumber ? node.Number == wanted.Number : node.Flag == wanted.Flag;
        }

        void NoteWrongType(JsonNode node, string kind, List<Schema> branches)
        {
            var wanted = new List<string>();
            foreach (Schema branch in branches)
                AddTypes(branch, wanted);
            string words = string.Join(" or ", wanted.ToArray());
            bool quoted = kind == "string" && words.Contains("number");
            string remedy = quoted ? "Write the number without quotes." : "Write " + words + ".";
            node.Fault(FaultCode.WrongType, words + " is expected, not " + Kinds.Describe(kind), remedy);
        }

        void AddTypes(Schema schema, List<string> found)
        {
            schema = rules.Resolved(schema);
            if (schema.Type == null)
                schema.OneOf.ForEach(branch => AddTypes(branch, found));
            else if (!found.Contains(Kinds.Describe(schema.Type)))
                found.Add(Kinds.Describe(schema.Type));
        }

        void CheckInside(JsonNode node, Schema schema)
        {
            switch (node.Kind)
            {
                case JsonKind.Object:
                    CheckObject(node, schema);
                    break;
                case JsonKind.Array:
                    CheckArray(node, schema);
                    break;
                case JsonKind.Text:
                    ValueCheck.Text(node, schema);
                    break;
                case JsonKind.Number:
                    ValueCheck.Number(node, schema);
                    break;
            }
        }

        void CheckObject(JsonNode node, Schema schema)
        {
            var unknown = new List<string>();
            foreach (string name in node.Members.Names)
                if (!CheckProperty(name, node.Members[name], schema))
                    unknown.Add(name);
            if (unknown.Count > 0)
                node.Members.SetAside(unknown);
            foreach (string name in schema.Required)
                if (!node.Members.Has(name))
                    node.Fault(FaultCode.MissingProperty, "\"" + name + "\" is missing", "Add \"" + name + "\".");
            ValueCheck.Length(node, node.Members.Count, schema.MinProperties, schema.MaxProperties, "properties");
        }

        /// <summary>False for a property that is not in the language.</summary>
        bool CheckProperty(string name, JsonNode child, Schema schema)
        {
            Schema rule;
            if (schema.Properties.TryGetValue(name, out rule))
                Check(child, rule);
            else if (schema.Closed)
            {
                NoteUnknown(name, child, schema);
                return false;
            }
            else if (schema.Others != null)
            {
                IdRule.Check(child, name);
                Check(child, schema.Others);
            }
            return true;
        }

        static void NoteUnknown(string name, JsonNode child, Schema schema)
        {
            string remedy = child.Source.DidYouMean(name, schema.Names).Trim();
            if (remedy.Length == 0)
                remedy = "Here may stand: " + string.Join(", ", schema.Names.ToArray()) + ".";
            child.Fault(FaultCode.UnknownProperty, "there is no property \"" + name + "\" here", remedy);
        }

        void CheckArray(JsonNode node, Schema schema)
        {
            List<Schema> bounds = schema.OneOf.FindAll(rule => rule.MinItems != null || rule.MaxItems != null);
            if (bounds.Count == 0)
                bounds.Add(schema);
            int count = node.Items.Count;
            Schema last = bounds[bounds.Count - 1];
            if (!bounds.Exists(rule => count >= (rule.MinItems ?? 0) && count <= (rule.MaxItems ?? count)))
                ValueCheck.Length(node, count, last.MinItems, last.MaxItems, "entries");
            foreach (JsonNode child in node.Items)
                Check(child, schema.Items);
            if (schema.Unique)
                ValueCheck.Unique(node.Items);
        }
    }
}
