using System;
using System.Collections.Generic;
using Koekata.Editing;
using UnityEditor.UIElements;
using UnityEngine;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>Makes a field for a property by its rule. Paler is what is not stated; emptying a text takes the property away.</summary>
    internal sealed class FieldMaker
    {
        readonly Action<string, JsonValue> set;

        internal FieldMaker(Action<string, JsonValue> set)
        {
            this.set = set;
        }

        internal VisualElement Make(FieldRule rule, JsonValue value)
        {
            var line = new VisualElement { tooltip = rule.Description };
            Button reset = Elements.Button("x", () => set(rule.Name, null), "Back to what counts where nothing is stated.");
            var current = new FieldValue(value, next =>
            {
                line.EnableInClassList("koekata-field--default", next == null);
                Elements.Show(reset, next != null);
                set(rule.Name, next);
            });
            line.AddToClassList("koekata-field");
            line.EnableInClassList("koekata-field--default", value == null);
            Elements.Show(reset, value != null);
            VisualElement field = Field(rule, current);
            field.AddToClassList("koekata-grow");
            line.Add(field);
            line.Add(reset);
            return line;
        }

        static VisualElement Field(FieldRule rule, FieldValue current)
        {
            JsonValue shown = current.Value ?? rule.Default;
            switch (rule.Kind)
            {
                case FieldKind.Number:
                    return Number(rule, shown, current);
                case FieldKind.Flag:
                    return Flag(rule, shown, current);
                case FieldKind.Part:
                    return Part(rule, shown, current);
                case FieldKind.Word:
                    return Word(rule, shown, current);
                case FieldKind.Curve:
                    return Curve(rule, current);
                case FieldKind.Names:
                    return Line(rule, NameList.Text(shown), text => current.Set(NameList.Value(text, current.Value)));
                case FieldKind.Text:
                    return Line(rule, shown == null ? "" : shown.AsText, text => current.Set(text.Length == 0 ? null : JsonValue.Of(text)));
                default:
                    return Json(rule, current);
            }
        }

        static VisualElement Number(FieldRule rule, JsonValue shown, FieldValue current)
        {
            var field = new FloatField(rule.Title);
            field.SetValueWithoutNotify(shown == null ? 0f : (float)shown.AsNumber);
            field.RegisterValueChangedCallback(change => current.Set(JsonValue.Of(CurveKeys.Shortest(change.newValue))));
            return field;
        }

        static VisualElement Flag(FieldRule rule, JsonValue shown, FieldValue current)
        {
            var field = new Toggle(rule.Title);
            field.SetValueWithoutNotify(shown != null && shown.AsFlag);
            field.RegisterValueChangedCallback(change => current.Set(JsonValue.Of(change.newValue)));
            return field;
        }

        static VisualElement Part(FieldRule rule, JsonValue shown, FieldValue current)
        {
            var field = new Toggle(rule.Title);
            field.SetValueWithoutNotify(shown != null && shown.IsObject);
            field.RegisterValueChangedCallback(change => current.Set(change.newValue ? JsonValue.NewObject() : JsonValue.Of(false)));
            return field;
        }

        static VisualElement Word(FieldRule rule, JsonValue shown, FieldValue current)
        {
            int place = shown == null ? 0 : Math.Max(0, rule.Words.IndexOf(shown.AsText));
            var field = new DropdownField(rule.Title, rule.Words, place);
            field.RegisterValueChangedCallback(change => current.Set(JsonValue.Of(change.newValue)));
            return field;
        }

        static VisualElement Curve(FieldRule rule, FieldValue current)
        {
            JsonValue value = current.Value;
            bool none = value == null || value.Items == null || value.Items.Count == 0;
            var field = new CurveField(rule.Title);
            field.SetValueWithoutNotify(UnityCurves.Of(none ? Straight() : CurveKeys.ToPoints(value)));
            field.RegisterValueChangedCallback(change => SetCurve(current, change.newValue));
            return field;
        }

        // A table's curve has two keys at least.
        static void SetCurve(FieldValue current, AnimationCurve curve)
        {
            List<CurvePoint> points = UnityCurves.Points(curve);
            bool known = current.Value != null && current.Value.Items != null;
            if (points.Count >= 2)
                current.Set(CurveKeys.ToCurve(points, known ? current.Value : null));
        }

        static List<CurvePoint> Straight()
        {
            return new List<CurvePoint> { new CurvePoint(0f, 0f, 1f, 1f), new CurvePoint(1f, 1f, 1f, 1f) };
        }

        static VisualElement Json(FieldRule rule, FieldValue current)
        {
            var wrong = new HelpBox("", HelpBoxMessageType.Error);
            Elements.Show(wrong, false);
            var field = new TextField(rule.Title) { isDelayed = true };
            field.SetValueWithoutNotify(current.Value == null ? "" : current.Value.ToString());
            field.RegisterValueChangedCallback(change =>
            {
                string message;
                JsonValue found = JsonLine.Read(change.newValue, out message);
                wrong.text = message;
                Elements.Show(wrong, message.Length > 0);
                if (message.Length == 0)
                    current.Set(found);
            });
            var both = new VisualElement();
            both.Add(field);
            both.Add(wrong);
            return both;
        }

        static VisualElement Line(FieldRule rule, string shown, Action<string> changed)
        {
            var field = new TextField(rule.Title) { isDelayed = true };
            field.SetValueWithoutNotify(shown ?? "");
            field.RegisterValueChangedCallback(change => changed(change.newValue));
            return field;
        }
    }
}
