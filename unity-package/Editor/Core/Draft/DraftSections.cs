using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>A table while it grows: entries are taken over from presets together with all that they name.</summary>
    internal sealed class DraftSections
    {
        internal static readonly string[] Order = { "inputs", "signals", "conditions", "targets", "rows", "groups", "regions" };

        /// <summary>Properties of a preset's target that hold for any shape in its place.</summary>
        static readonly string[] Kept = { "combine", "rest", "range", "category" };

        const int IdLength = 64;

        /// <summary>The entries by section and id.</summary>
        internal readonly Dictionary<string, JsonValue> Entries = new Dictionary<string, JsonValue>();

        readonly Dictionary<string, string> targets = new Dictionary<string, string>();
        readonly Dictionary<string, string> taken = new Dictionary<string, string>();
        readonly HashSet<string> ignored;

        /// <summary>Some conditions, as <see cref="Key"/> has them, shall no longer be named by rows.</summary>
        internal DraftSections(IEnumerable<string> ignored)
        {
            this.ignored = new HashSet<string>(ignored);
            foreach (string section in Order)
                Entries[section] = JsonValue.NewObject();
        }

        internal static string Key(string section, string name, Parts parts)
        {
            return section + "\n" + name + "\n" + parts.Id;
        }

        /// <summary>The id that an entry of a table has here; null where it was not taken.</summary>
        internal string Taken(string section, string name, Parts parts)
        {
            string found;
            return taken.TryGetValue(Key(section, name, parts), out found) ? found : null;
        }

        /// <summary>The id of a shape's target; null before it was made.</summary>
        internal string TargetOf(ModelShape shape)
        {
            string found;
            return targets.TryGetValue(shape.Kind + "\n" + shape.Name, out found) ? found : null;
        }

        /// <summary>The id of a shape's target, which is made with the properties of a preset's target.</summary>
        internal string Target(ModelShape shape, JsonValue like, Parts parts)
        {
            string known = TargetOf(shape);
            if (known != null)
                return known;
            string name = CodePoints.Cut(Regex.Replace(shape.Name, "[\u0000-\u001f\u007f-\u009f]", " "), IdLength).Trim();
            string found = FreeId(name.Length > 0 ? name : "shape", Entries["targets"]);
            string region = like["region"] == null ? null : Take("regions", like["region"].AsText, parts);
            JsonValue target = JsonValue.NewObject();
            target["id"] = JsonValue.Of(found);
            target["kind"] = JsonValue.Of(shape.Kind);
            Address(target, shape, found);
            foreach (string kept in Kept.Where(kept => like[kept] != null))
                target[kept] = like[kept].Copy();
            if (region != null)
                target["region"] = JsonValue.Of(region);
            Entries["targets"][found] = target;
            targets[shape.Kind + "\n" + shape.Name] = found;
            return found;
        }

        /// <summary>Takes an entry over from a table, with all that it names; its id, which another entry may have had.</summary>
        internal string Take(string section, string name, Parts parts)
        {
            string found = Taken(section, name, parts);
            if (found != null)
                return found;
            JsonValue raw = Refer(parts[section][name], parts);
            JsonValue there = Entries[section][name];
            bool clash = there != null && !Likeness.Same(there, raw);
            found = clash ? FreeId(name + " " + parts.Id, Entries[section]) : name;
            taken[Key(section, name, parts)] = found;
            raw["id"] = JsonValue.Of(found);
            Entries[section][found] = raw;
            return found;
        }

        /// <summary>A copy of an entry whose signals, inputs, conditions and regions are those taken here; without its pose.</summary>
        internal JsonValue Refer(JsonValue raw, Parts parts)
        {
            JsonValue copy = raw.Copy();
            foreach (string key in new[] { "from", "when" })
                if (copy[key] != null)
                    copy[key] = Source(copy[key], parts);
            foreach (string key in new[] { "while", "unless" })
                ReferConditions(copy, key, parts);
            if (copy["region"] != null)
                copy["region"] = JsonValue.Of(Take("regions", copy["region"].AsText, parts));
            copy.Remove("set");
            copy.Remove("suppress");
            return copy;
        }

        void ReferConditions(JsonValue copy, string key, Parts parts)
        {
            if (copy[key] == null)
                return;
            List<string> names = Listed(copy[key]).ConvertAll(name => name.AsText)
                .FindAll(name => !ignored.Contains(Key("conditions", name, parts)));
            copy.Remove(key);
            if (names.Count > 0)
                copy[key] = JsonValue.Of(names.ConvertAll(name => Take("conditions", name, parts)));
        }

        JsonValue Source(JsonValue found, Parts parts)
        {
            if (found.Items != null)
            {
                JsonValue list = JsonValue.NewList();
                list.Items.AddRange(found.Items.Select(source => Source(source, parts)));
                return list;
            }
            if (found.IsObject)
            {
                found["of"] = Source(found["of"], parts);
                return found;
            }
            string section = new[] { "signals", "inputs" }.FirstOrDefault(name => parts[name][found.AsText] != null);
            return section == null ? found : JsonValue.Of(Take(section, found.AsText, parts));
        }

        /// <summary>One or several, as a list.</summary>
        internal static List<JsonValue> Listed(JsonValue found)
        {
            return found == null ? new List<JsonValue>() : found.Items ?? new List<JsonValue> { found };
        }

        /// <summary>The name, or with a number that nobody has, within the length of an id.</summary>
        internal static string FreeId(string name, JsonValue entries)
        {
            name = CodePoints.Cut(name, IdLength).Trim();
            string found = name;
            for (int count = 2; entries[found] != null; count++)
                found = CodePoints.Cut(name, IdLength - 6).Trim() + " " + Numbers.Plain(count);
            return found;
        }

        static void Address(JsonValue target, ModelShape shape, string found)
        {
            if (shape.Name != found)
                target["name"] = JsonValue.Of(shape.Name);
            if (!shape.IsExpression && shape.Meshes.Count == 1)
                target["mesh"] = JsonValue.Of(shape.Meshes[0]);
            if (shape.Binary)
                target["binary"] = JsonValue.Of(true);
            foreach (KeyValuePair<string, string> over in shape.Overrides)
                target[over.Key] = JsonValue.Of(over.Value);
        }
    }
}
