using System;
using System.Collections.Generic;
using Koekata.Editing;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>The entries of one section, those of the tables below included, with a search and what can be done with them.</summary>
    internal sealed class EntryList : VisualElement
    {
        const int Most = 300;

        readonly WindowContext context;
        readonly DropdownField section = new DropdownField("", Sections(), TableOutline.Sections.IndexOf("rows"));
        readonly TextField search = new TextField("");
        readonly ScrollView entries = new ScrollView();
        readonly VisualElement buttons;
        string chosen = "";

        internal EntryList(WindowContext context)
        {
            this.context = context;
            AddToClassList("koekata-list");
            search.tooltip = "Part of an id, a source or a target.";
            section.RegisterValueChangedCallback(change => Choose(""));
            search.RegisterValueChangedCallback(change => Refresh());
            entries.AddToClassList("koekata-grow");
            Add(section);
            Add(search);
            Add(entries);
            buttons = Buttons();
            Add(buttons);
        }

        /// <summary>Told the section and the id of the entry that is looked at; the id may be empty.</summary>
        internal event Action<string, string> Chosen;

        internal void Refresh()
        {
            entries.Clear();
            bool block = TableOutline.Blocks.Contains(section.value);
            buttons.SetEnabled(!block && !context.Session.Kept);
            search.SetEnabled(!block);
            TableOutline outline = context.Session.Outline;
            if (outline == null || block)
                return;
            int count = 0;
            foreach (EntryView entry in outline.Of(section.value))
                if (Matches(entry) && count++ < Most)
                    entries.Add(Line(entry));
            if (count > Most)
                entries.Add(Elements.Text((count - Most) + " more: search for a part of their names."));
        }

        static List<string> Sections()
        {
            var all = new List<string>(TableOutline.Sections);
            all.AddRange(TableOutline.Blocks);
            return all;
        }

        VisualElement Buttons()
        {
            VisualElement bar = Elements.Bar();
            bar.Add(Elements.Button("+", AddEntry, "A new entry."));
            bar.Add(Elements.Button("-", RemoveEntry, "Takes the entry away; an inherited one is removed for this table."));
            bar.Add(Elements.Button("Up", () => Move(-1)));
            bar.Add(Elements.Button("Down", () => Move(1)));
            return bar;
        }

        Button Line(EntryView entry)
        {
            string id = entry.Id;
            Button line = Elements.Button(id, () => Choose(id), Description(entry));
            line.AddToClassList("koekata-entry");
            line.EnableInClassList("koekata-entry--open", id == chosen);
            line.EnableInClassList("koekata-entry--inherited", !entry.Own);
            return line;
        }

        static string Description(EntryView entry)
        {
            string to = entry.Text("to");
            string flow = to.Length > 0 ? string.Join(", ", new List<string>(entry.Sources()).ToArray()) + " -> " + to : "";
            return (flow + "\n" + entry.Text("note") + (entry.Own ? "" : "\nfrom " + entry.File)).Trim();
        }

        bool Matches(EntryView entry)
        {
            string wanted = search.value ?? "";
            string all = entry.Id + " " + entry.Text("to") + " " + string.Join(" ", new List<string>(entry.Sources()).ToArray());
            return all.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0;
        }

        void Choose(string id)
        {
            chosen = id;
            Refresh();
            if (Chosen != null)
                Chosen(section.value, id);
        }

        void AddEntry()
        {
            TableOutline outline = context.Session.Outline;
            if (outline == null)
                return;
            string id = EntryEdits.FreeId(outline.Of(section.value), "new");
            JsonValue entry = NewEntries.Of(section.value, id);
            context.Session.Edit("add " + id, table => EntryEdits.AddBehind(table, section.value, chosen, entry));
            Choose(id);
        }

        void RemoveEntry()
        {
            if (chosen.Length == 0 || context.Session.Outline == null)
                return;
            context.Session.Edit("remove " + chosen, table => EntryEdits.Remove(table, section.value, chosen, IsInherited()));
            Choose("");
        }

        // Whether a table below has it: it is still there without the entry of this file.
        bool IsInherited()
        {
            return context.Session.Inherits(section.value, chosen);
        }

        void Move(int steps)
        {
            context.Session.Edit("move " + chosen, table => EntryEdits.Move(table, section.value, chosen, steps));
        }
    }
}
