using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>The properties of entries, section by section, with their texts for people: schema/table.json.</summary>
    public sealed class FieldRules
    {
        readonly Dictionary<string, List<FieldRule>> rules = new Dictionary<string, List<FieldRule>>();
        readonly JsonValue definitions;

        /// <summary>Reads the schema.</summary>
        /// <exception cref="FileNotFoundException">It is missing in the data.</exception>
        public FieldRules(IDraftData data)
        {
            string text = data.Read("schema/table.json");
            if (text == null)
                throw new FileNotFoundException("the data of the package is incomplete: schema/table.json is missing");
            JsonValue schema = new TableText(text, "schema").Find("");
            definitions = schema["$defs"];
            foreach (string section in TableOutline.Sections)
            {
                JsonValue entry = Resolved(schema["properties"][section]["items"]);
                rules[section] = entry["properties"].Names.Where(IsEdited)
                    .Select(name => Rule(name, entry["properties"][name])).ToList();
            }
            foreach (string block in TableOutline.Blocks)
                rules[block] = Within("", Resolved(schema["properties"][block])).ToList();
        }

        /// <summary>The properties of a section's entries, or of a block, in the order of the schema, without `id` and `remove`.</summary>
        public IList<FieldRule> Of(string section)
        {
            return rules[section].AsReadOnly();
        }

        /// <summary>How a property is edited.</summary>
        public FieldKind Kind(string section, string property)
        {
            return rules[section].Find(rule => rule.Name == property).Kind;
        }

        /// <summary>The properties of a block, without those of parts that are off.</summary>
        public IList<FieldRule> Shown(string block, JsonValue whole)
        {
            var off = new HashSet<string>(rules[block].Where(rule => rule.Kind == FieldKind.Part).Select(rule => rule.Name));
            off.RemoveWhere(part => whole[part] != null && whole[part].IsObject);
            return rules[block].FindAll(rule => rule.Depth == 0 || !off.Contains(rule.Name.Split('/')[0]));
        }

        // What stands within something comes right behind it.
        IEnumerable<FieldRule> Within(string above, JsonValue holder)
        {
            foreach (string name in holder["properties"].Names)
            {
                JsonValue stated = holder["properties"][name], schema = Resolved(stated), inner = Inner(schema);
                if (inner == null)
                {
                    yield return Rule(above + name, stated);
                    continue;
                }
                yield return new FieldRule(above + name, inner == schema ? FieldKind.Group : FieldKind.Part, schema);
                foreach (FieldRule rule in Within(above + name + "/", inner))
                    yield return rule;
            }
        }

        // An object that has properties: the schema itself, or what it may be instead of false.
        JsonValue Inner(JsonValue schema)
        {
            if (schema["properties"] != null)
                return schema;
            return schema["oneOf"] == null ? null : schema["oneOf"].Items.Select(Resolved).FirstOrDefault(one => one["properties"] != null);
        }

        static bool IsEdited(string name)
        {
            return name != "id" && name != "remove";
        }

        FieldRule Rule(string name, JsonValue stated)
        {
            JsonValue schema = Resolved(stated);
            return new FieldRule(name, KindOf(name, schema), stated.IsObject && stated["title"] != null ? Merged(stated, schema) : schema);
        }

        FieldKind KindOf(string name, JsonValue schema)
        {
            string type = schema["type"] == null ? "" : schema["type"].AsText;
            if (name == "curve")
                return FieldKind.Curve;
            if (schema["enum"] != null)
                return FieldKind.Word;
            if (type == "number" || type == "integer")
                return FieldKind.Number;
            if (type == "boolean")
                return FieldKind.Flag;
            if (type == "string")
                return FieldKind.Text;
            return IsNames(schema) ? FieldKind.Names : FieldKind.Json;
        }

        // A text, or a list of texts or of objects that name something.
        bool IsNames(JsonValue schema)
        {
            JsonValue branches = schema["oneOf"];
            return branches != null && branches.Items.Select(Resolved).Any(branch => IsText(branch) || IsNames(branch));
        }

        static bool IsText(JsonValue schema)
        {
            return schema["type"] != null && schema["type"].AsText == "string";
        }

        JsonValue Resolved(JsonValue schema)
        {
            JsonValue reference = schema["$ref"];
            if (reference == null)
                return schema;
            return definitions[reference.AsText.Substring(reference.AsText.LastIndexOf('/') + 1)];
        }

        // What stands beside a reference is nearer than what it refers to.
        static JsonValue Merged(JsonValue near, JsonValue far)
        {
            JsonValue found = far.Copy();
            foreach (string name in near.Names)
                found[name] = near[name];
            return found;
        }
    }
}
