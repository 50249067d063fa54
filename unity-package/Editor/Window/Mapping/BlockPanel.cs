using Koekata.Editing;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>The properties of a block of the table that is no list: `eyes`, `lost`.</summary>
    internal sealed class BlockPanel : ScrollView
    {
        readonly WindowContext context;
        readonly FieldMaker maker;
        FieldRules rules;
        string block = "", drawn = "";
        bool fieldSpeaks;

        internal BlockPanel(WindowContext context)
        {
            this.context = context;
            maker = new FieldMaker(SetProperty);
        }

        /// <summary>Takes another section: nothing is shown where it is a list.</summary>
        internal void Show(string section)
        {
            block = TableOutline.Blocks.Contains(section) ? section : "";
            drawn = "";
            Elements.Show(this, block.Length > 0);
            Refresh();
        }

        /// <summary>Draws the block anew where it is not what was drawn. A field that speaks itself knows, and stays as it is.</summary>
        internal void Refresh()
        {
            TableOutline outline = context.Session.Outline;
            JsonValue whole = outline == null || block.Length == 0 ? null : outline.Block(block);
            string now = whole == null ? "" : block + whole;
            if (now == drawn)
                return;
            drawn = now;
            if (!fieldSpeaks)
                Draw(whole);
        }

        void Draw(JsonValue whole)
        {
            Clear();
            if (whole == null)
                return;
            if (rules == null)
                rules = new FieldRules(context.Data);
            Add(Elements.Title(block));
            foreach (FieldRule rule in rules.Shown(block, whole))
                Add(Field(rule, BlockEdits.Find(whole, rule.Name)));
        }

        VisualElement Field(FieldRule rule, JsonValue value)
        {
            VisualElement field = rule.Kind == FieldKind.Group ? Elements.Text(rule.Title) : maker.Make(rule, value);
            field.AddToClassList("koekata-depth-" + rule.Depth);
            return field;
        }

        void SetProperty(string path, JsonValue value)
        {
            TableOutline outline = context.Session.Outline;
            if (outline == null)
                return;
            // A part that goes on or off shows other fields, and what is taken away shows its default again.
            fieldSpeaks = value != null && rules.Kind(block, path) != FieldKind.Part;
            JsonValue whole = outline.Block(block);
            context.Session.Edit(block + " " + path, table => BlockEdits.Set(table, block, path, value, whole));
            fieldSpeaks = false;
        }
    }
}
