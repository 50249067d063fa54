using Koekata.Editing;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>The chosen entry: its properties, sliders to try it, and why its target moves.</summary>
    internal sealed class EntryPanel : ScrollView
    {
        readonly WindowContext context;
        readonly FieldMaker maker;
        readonly TryPanel trying;
        readonly WhyPanel why;
        readonly VisualElement fields = new VisualElement();
        FieldRules rules;
        string section = "", id = "", drawn = "";
        bool fieldSpeaks;

        internal EntryPanel(WindowContext context)
        {
            this.context = context;
            maker = new FieldMaker(SetProperty);
            trying = new TryPanel(context);
            why = new WhyPanel(context);
            Add(fields);
            Add(trying);
            Add(why);
        }

        internal void Show(string wantedSection, string wantedId)
        {
            section = wantedSection;
            id = wantedId;
            drawn = "";
            Refresh();
        }

        /// <summary>Draws the entry anew where it is not what was drawn. A field that speaks itself knows, and stays as it is.</summary>
        internal void Refresh()
        {
            TableOutline outline = context.Session.Outline;
            EntryView entry = outline == null || id.Length == 0 ? null : outline.Find(section, id);
            string now = entry == null ? "" : section + entry.Id + entry.Properties + entry.Own;
            if (now == drawn)
                return;
            drawn = now;
            if (!fieldSpeaks)
                Draw(entry);
            string target = entry == null ? "" : section == "targets" ? entry.Id : entry.Text("to");
            trying.Look(context.Session.Import == null ? null : context.Session.Import.Table, target);
            why.Look(target);
        }

        internal void Tick()
        {
            why.Tick();
        }

        void Draw(EntryView entry)
        {
            fields.Clear();
            fields.SetEnabled(!context.Session.Kept);
            if (entry == null)
                return;
            if (rules == null)
                rules = new FieldRules(context.Data);
            fields.Add(Elements.Title(entry.Id));
            if (!entry.Own)
                fields.Add(Elements.Text("Inherited from " + entry.File + ". An edit changes it for this table only."));
            fields.Add(IdField(entry));
            foreach (FieldRule rule in rules.Of(section))
                fields.Add(maker.Make(rule, entry.Properties[rule.Name]));
        }

        VisualElement IdField(EntryView entry)
        {
            var field = new TextField("Id") { isDelayed = true, tooltip = "Renames the entry everywhere in this file." };
            field.SetValueWithoutNotify(entry.Id);
            field.SetEnabled(entry.Own && !context.Session.Inherits(section, entry.Id));
            field.RegisterValueChangedCallback(change => Rename(change.newValue));
            return field;
        }

        void Rename(string wanted)
        {
            string before = id;
            id = wanted;
            context.Session.Edit("rename " + before, table => Renaming.Rename(table, section, before, wanted));
            if (context.Session.Outline != null && context.Session.Outline.Find(section, wanted) == null)
                Show(section, before);
        }

        void SetProperty(string property, JsonValue value)
        {
            // What is taken away shows its default again.
            fieldSpeaks = value != null;
            context.Session.Edit(id + " " + property, table => EntryEdits.SetProperty(table, section, id, property, value));
            fieldSpeaks = false;
        }
    }
}
