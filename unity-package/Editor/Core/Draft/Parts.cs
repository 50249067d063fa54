using System.Collections.Generic;
using System.Linq;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>One preset taken apart: what drives each of its targets, by the target's name and by what it means.</summary>
    internal sealed class Parts
    {
        /// <summary>The table whose targets are meanings instead of names.</summary>
        internal const string Recipes = "recipes";

        internal readonly string Id;

        /// <summary>Undeclared targets are VRM expressions.</summary>
        internal readonly bool Expressions;

        internal readonly JsonValue Eyes, Lost;

        /// <summary>The folded names of targets with rows, and of those that hotkeys set, in order.</summary>
        internal readonly List<string> Names = new List<string>();

        internal readonly Dictionary<string, string> ByName = new Dictionary<string, string>();

        /// <summary>Meaning to target, of targets with rows; the first of several.</summary>
        internal readonly Dictionary<string, string> ByMeaning = new Dictionary<string, string>();

        /// <summary>Target to meaning.</summary>
        internal readonly Dictionary<string, string> Meanings = new Dictionary<string, string>();

        readonly Dictionary<string, JsonValue> sections = new Dictionary<string, JsonValue>();

        Parts(string id, Merged merged, Knowledge knowledge)
        {
            Id = id;
            foreach (KeyValuePair<string, string> kind in Merged.Kinds)
                sections[kind.Key] = Plain(merged[kind.Key]);
            JsonNode implicitTarget = merged.Properties.Find("implicit_target");
            Expressions = implicitTarget != null && implicitTarget.Text == "expression";
            Eyes = Plain(merged.Eyes);
            Lost = Plain(merged.Lost);
            FindMeanings(knowledge);
        }

        /// <summary>The entries of a section, by id.</summary>
        internal JsonValue this[string section]
        {
            get { return sections[section]; }
        }

        /// <summary>A preset by its name, or the recipes; null where there is no such preset.</summary>
        internal static Parts Load(string preset, Knowledge knowledge)
        {
            string path = (preset == Recipes ? "names/" : "presets/") + preset + ".json";
            string text = knowledge.Data.Read(path);
            if (text == null)
                return null;
            var files = new MemoryTables();
            files.Add(path, text);
            var contract = new TableContract();
            var chain = new Chain(files, new FormCheck(contract.Schema));
            chain.Read(path);
            if (chain.Faults().Count > 0)
                throw new MappingException(path, chain.Faults());
            return new Parts(preset, Merger.Merge(chain.Roots, contract), knowledge);
        }

        /// <summary>The rows that drive a target.</summary>
        internal List<JsonValue> RowsOf(string target)
        {
            return Values("rows").Where(row => row["to"].AsText == target).ToList();
        }

        /// <summary>The entries of a section in order.</summary>
        internal IEnumerable<JsonValue> Values(string section)
        {
            return sections[section].Names.Select(name => sections[section][name]);
        }

        void FindMeanings(Knowledge knowledge)
        {
            List<string> driven = Values("rows").Select(row => row["to"].AsText).Distinct().ToList();
            IEnumerable<string> posed = Values("conditions").Where(one => one["set"] != null).SelectMany(one => one["set"].Names);
            List<string> targets = driven.Concat(posed).Distinct().ToList();
            List<string> names = targets.ConvertAll(NameOf);
            var recogniser = new Recogniser(names, knowledge);
            for (int i = 0; i < targets.Count; i++)
                AddMeaning(targets[i], Id == Recipes ? null : recogniser.OfName(names[i]), driven);
            if (Id == Recipes)
                return;
            for (int i = 0; i < targets.Count; i++)
            {
                string key = Spelling.Fold(names[i]);
                if (!ByName.ContainsKey(key))
                    Names.Add(key);
                ByName[key] = targets[i];
            }
        }

        void AddMeaning(string target, Guess guess, List<string> driven)
        {
            bool isDriven = driven.Contains(target);
            if (guess == null ? !isDriven : guess.Score < Guess.Bar)
                return;
            string meaning = guess == null ? target : guess.Meaning;
            Meanings[target] = meaning;
            if (isDriven && !ByMeaning.ContainsKey(meaning))
                ByMeaning[meaning] = target;
        }

        string NameOf(string target)
        {
            JsonValue declared = sections["targets"][target];
            return declared == null || declared["name"] == null ? target : declared["name"].AsText;
        }

        static JsonValue Plain(Section section)
        {
            JsonValue found = JsonValue.NewObject();
            foreach (Entry entry in section)
            {
                JsonValue plain = JsonValue.NewObject();
                plain["id"] = JsonValue.Of(entry.Id);
                foreach (string name in entry.Properties.Names)
                    plain[name] = JsonValue.From(entry.Properties[name]);
                JsonNode note = entry.Node.Find("note");
                if (note != null)
                    plain["note"] = JsonValue.From(note);
                found[entry.Id] = plain;
            }
            return found;
        }

        // Python's reader of tables makes all numbers of these rules floats, and so they are written.
        static JsonValue Plain(JsonObject rules)
        {
            JsonValue found = JsonValue.NewObject();
            foreach (string name in rules.Names)
                found[name] = JsonValue.From(rules[name], true);
            return found;
        }
    }
}
