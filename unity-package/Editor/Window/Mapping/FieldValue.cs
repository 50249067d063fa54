using System;
using Koekata.Editing;

namespace Koekata.Editor
{
    /// <summary>What a field of an entry holds now; null is not stated.</summary>
    internal sealed class FieldValue
    {
        readonly Action<JsonValue> changed;

        internal FieldValue(JsonValue value, Action<JsonValue> changed)
        {
            Value = value;
            this.changed = changed;
        }

        internal JsonValue Value { get; private set; }

        internal void Set(JsonValue value)
        {
            Value = value;
            changed(value);
        }
    }
}
