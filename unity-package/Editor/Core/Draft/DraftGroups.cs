using System;
using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>Which shapes of one model share a limit, as the presets have it for theirs.</summary>
    internal sealed class DraftGroups
    {
        const int Fewest = 2, Most = 64;

        /// <summary>Groups of the recipes that a VRM expression does not need, since it says itself what it overrides.</summary>
        static readonly string[] ForMorphs = { "joyLeft", "joyRight" };

        readonly DraftSections sections;
        readonly Parts parts;
        readonly List<Driven> driven;

        internal DraftGroups(DraftSections sections, Parts parts, List<Driven> driven)
        {
            this.sections = sections;
            this.parts = parts;
            this.driven = driven;
        }

        /// <summary>Takes over the groups of a table for the shapes that stand in the place of its members.</summary>
        internal void Take()
        {
            foreach (JsonValue group in parts.Values("groups"))
            {
                string name = group["id"].AsText;
                int ranks = group["members"].Items.Select(Priority).Distinct().Count();
                foreach (List<KeyValuePair<string, int>> members in Copies(group["members"].Items))
                    if (!Needless(name, members, ranks))
                        Add(name, group, members);
            }
        }

        void Add(string name, JsonValue group, List<KeyValuePair<string, int>> members)
        {
            string found = DraftSections.FreeId(name, sections.Entries["groups"]);
            JsonValue shown = JsonValue.NewList();
            shown.Items.AddRange(members.Select(Shown));
            JsonValue copy = sections.Refer(group, parts);
            copy["id"] = JsonValue.Of(found);
            copy["members"] = shown;
            sections.Entries["groups"][found] = copy;
        }

        static JsonValue Shown(KeyValuePair<string, int> member)
        {
            if (member.Value == 0)
                return JsonValue.Of(member.Key);
            JsonValue found = JsonValue.NewObject();
            found["target"] = JsonValue.Of(member.Key);
            found["priority"] = JsonValue.Of((double)member.Value);
            return found;
        }

        /// <summary>Members for each copy of a shape (face and lashes): copies do not share, each has the limit for itself.</summary>
        IEnumerable<List<KeyValuePair<string, int>>> Copies(List<JsonValue> members)
        {
            var present = members.Select(member => new KeyValuePair<List<string>, int>(Shapes(member), Priority(member)))
                .Where(member => member.Key.Count > 0).ToList();
            int copies = present.Count == 0 ? 0 : present.Max(member => member.Key.Count);
            for (int copy = 0; copy < copies; copy++)
            {
                var found = new List<KeyValuePair<string, int>>();
                foreach (KeyValuePair<List<string>, int> member in present)
                    Put(found, member.Key[Math.Min(copy, member.Key.Count - 1)], member.Value);
                yield return found;
            }
        }

        static void Put(List<KeyValuePair<string, int>> members, string target, int priority)
        {
            var member = new KeyValuePair<string, int>(target, priority);
            int place = members.FindIndex(known => known.Key == target);
            if (place < 0)
                members.Add(member);
            else
                members[place] = member;
        }

        /// <summary>Targets in the place of a preset's member: those of its own rows, else others of the same meaning.</summary>
        List<string> Shapes(JsonValue member)
        {
            string name = Target(member), meaning;
            if (!parts.Meanings.TryGetValue(name, out meaning))
                meaning = parts.Id == Parts.Recipes ? name : "";
            List<Driven> found = driven.FindAll(entry => entry.Source == parts && entry.Target == name);
            if (found.Count == 0 && meaning.Length > 0)
                found = driven.FindAll(entry => entry.Guess.Meaning == meaning && entry.Source != parts);
            return found.ConvertAll(entry => sections.TargetOf(entry.Shape));
        }

        /// <summary>Too small, without those who came first, done by another group already, or by VRM itself.</summary>
        bool Needless(string name, List<KeyValuePair<string, int>> members, int ranks)
        {
            bool flat = ranks > 1 && members.Select(member => member.Value).Distinct().Count() == 1;
            if (members.Count < Fewest || members.Count > Most || flat)
                return true;
            if (parts.Id == Parts.Recipes && ForMorphs.Contains(name))
                return members.Exists(member => sections.Entries["targets"][member.Key]["kind"].AsText == "expression");
            JsonValue groups = sections.Entries["groups"];
            return groups.Names.Any(group => !members.Select(member => member.Key).Except(groups[group]["members"].Items.Select(Target)).Any());
        }

        static string Target(JsonValue member)
        {
            return member.AsText ?? member["target"].AsText;
        }

        static int Priority(JsonValue member)
        {
            return member.IsObject && member["priority"] != null ? (int)member["priority"].AsNumber : 0;
        }
    }
}
