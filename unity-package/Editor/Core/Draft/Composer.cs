using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>Puts the rows of presets together with the shapes of one model, as a table of its own.</summary>
    internal sealed class Composer
    {
        const int NameLength = 256;

        readonly ModelNames model;
        readonly Choice choice;
        readonly List<Parts> ordered;
        readonly DraftSections sections;

        internal Composer(ModelNames model, Choice choice)
        {
            this.model = model;
            this.choice = choice;
            List<Parts> used = choice.Driven.Select(entry => entry.Source).Distinct().ToList();
            ordered = used.OrderBy(parts => parts.Id == Parts.Recipes)
                .ThenByDescending(parts => choice.Driven.Count(entry => entry.Source == parts)).ToList();
            sections = new DraftSections(ordered.SelectMany(OneSided).ToList());
        }

        /// <summary>The table as text, an entry a line, with every target declared.</summary>
        internal string Compose()
        {
            foreach (Driven entry in choice.Driven)
                foreach (JsonValue row in entry.Source.RowsOf(entry.Target))
                    TakeRow(entry, row);
            foreach (Parts parts in ordered)
                TakeConditions(parts);
            IEnumerable<Parts> recipes = choice.Leading.FindAll(parts => parts.Id == Parts.Recipes).Take(1);
            foreach (Parts parts in ordered.Concat(recipes).Distinct())
                new DraftGroups(sections, parts, choice.Driven).Take();
            return Text(Table());
        }

        static string Text(JsonValue table)
        {
            var lines = new List<string>();
            foreach (string name in table.Names)
            {
                JsonValue value = table[name];
                string written = value.Items == null
                    ? value.ToString()
                    : "[\n" + string.Join(",\n", value.Items.Select(entry => "    " + entry).ToArray()) + "\n  ]";
                lines.Add("  " + JsonWriter.Quoted(name) + ": " + written);
            }
            return "{\n" + string.Join(",\n", lines.ToArray()) + "\n}\n";
        }

        /// <summary>Conditions that choose between two shapes of which the model has one, which then always is the one.</summary>
        IEnumerable<string> OneSided(Parts parts)
        {
            List<JsonValue> every = parts.Values("rows").ToList();
            List<JsonValue> here = choice.Driven.Where(entry => entry.Source == parts)
                .SelectMany(entry => parts.RowsOf(entry.Target)).ToList();
            foreach (string name in parts["conditions"].Names)
            {
                bool known = Names(every, "while", name) && Names(every, "unless", name);
                if (known && Names(here, "while", name) != Names(here, "unless", name))
                    yield return DraftSections.Key("conditions", name, parts);
            }
        }

        static bool Names(List<JsonValue> rows, string key, string condition)
        {
            return rows.Exists(row => DraftSections.Listed(row[key]).Exists(name => name.AsText == condition));
        }

        void TakeRow(Driven entry, JsonValue row)
        {
            JsonValue copy = sections.Refer(row, entry.Source);
            JsonValue like = entry.Source["targets"][entry.Target] ?? JsonValue.NewObject();
            string to = sections.Target(entry.Shape, like, entry.Source);
            copy["to"] = JsonValue.Of(to);
            JsonValue rows = sections.Entries["rows"];
            string id = row["id"].AsText;
            string free = DraftSections.FreeId(rows[id] != null ? id + " " + to : id, rows);
            copy["id"] = JsonValue.Of(free);
            if (entry.Guess.Score < Guess.Bar)
                copy["note"] = JsonValue.Of("A guess (" + entry.Guess.Score.ToString("0.00", CultureInfo.InvariantCulture) + "): " +
                    entry.Guess.Why + ". Look whether it is right.");
            rows[free] = copy;
        }

        /// <summary>Hotkeys whose shapes the model has, and what conditions in use suppress and set.</summary>
        void TakeConditions(Parts parts)
        {
            foreach (JsonValue raw in parts.Values("conditions").ToList())
            {
                string name = raw["id"].AsText;
                JsonValue pose = Pose(parts, raw["set"]);
                if (pose.Names.Count > 0)
                    sections.Take("conditions", name, parts);
                string taken = sections.Taken("conditions", name, parts);
                if (taken != null)
                    Complete(sections.Entries["conditions"][taken], raw, pose, parts);
            }
        }

        void Complete(JsonValue entry, JsonValue raw, JsonValue pose, Parts parts)
        {
            List<string> regions = DraftSections.Listed(raw["suppress"])
                .ConvertAll(region => sections.Taken("regions", region.AsText, parts)).FindAll(region => region != null);
            if (regions.Count > 0)
                entry["suppress"] = JsonValue.Of(regions);
            if (pose.Names.Count > 0)
                entry["set"] = pose;
        }

        /// <summary>The part of a pose that this model can show, by shapes that are spelt as in the preset.</summary>
        JsonValue Pose(Parts parts, JsonValue wanted)
        {
            JsonValue pose = JsonValue.NewObject();
            if (wanted == null)
                return pose;
            foreach (string target in wanted.Names)
            {
                JsonValue like = parts["targets"][target] ?? JsonValue.NewObject();
                string kind = like["kind"] == null ? parts.Expressions ? "expression" : "morph" : like["kind"].AsText;
                ModelShape found = Spelt(target, kind == "expression");
                if (found != null)
                    pose[sections.Target(found, like, parts)] = wanted[target].Copy();
            }
            return pose;
        }

        ModelShape Spelt(string target, bool expression)
        {
            string key = Spelling.Fold(target);
            return expression
                ? model.Expressions.FindLast(shape => !shape.Empty && Spelling.Fold(shape.Name) == key)
                : model.Morphs.FindLast(shape => Spelling.Fold(shape.Name) == key);
        }

        // The first table gave most: its rules for the eyes and for a lost face hold.
        JsonValue Table()
        {
            JsonValue table = JsonValue.NewObject(), metadata = JsonValue.NewObject();
            table["version"] = JsonValue.Of(1.0);
            table["name"] = JsonValue.Of(CodePoints.Cut(Path.GetFileNameWithoutExtension(model.File), NameLength));
            metadata["character"] = JsonValue.Of(Path.GetFileName(model.File));
            List<string> used = ordered.FindAll(parts => parts.Id != Parts.Recipes).ConvertAll(parts => parts.Id);
            used.Sort(string.CompareOrdinal);
            metadata["drafted_from"] = JsonValue.Of(used);
            table["metadata"] = metadata;
            table["implicit_target"] = JsonValue.Of("none");
            if (ordered.Count > 0)
            {
                table["eyes"] = ordered[0].Eyes;
                table["lost"] = ordered[0].Lost;
            }
            foreach (string section in DraftSections.Order)
                AddSection(table, section);
            return table;
        }

        void AddSection(JsonValue table, string section)
        {
            JsonValue entries = sections.Entries[section];
            if (entries.Names.Count == 0)
                return;
            JsonValue list = JsonValue.NewList();
            list.Items.AddRange(entries.Names.Select(name => entries[name]));
            table[section] = list;
        }
    }
}
