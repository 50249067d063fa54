namespace Koekata.Editing
{
    /// <summary>How a property of an entry is edited.</summary>
    public enum FieldKind
    {
        /// <summary>A number.</summary>
        Number,

        /// <summary>True or false.</summary>
        Flag,

        /// <summary>One of several words.</summary>
        Word,

        /// <summary>A text of one line.</summary>
        Text,

        /// <summary>Ids, or sources that say no more than their name.</summary>
        Names,

        /// <summary>A response curve.</summary>
        Curve,

        /// <summary>Off, or a part with values of its own.</summary>
        Part,

        /// <summary>A heading: what stands in it has the fields.</summary>
        Group,

        /// <summary>Anything else, as JSON.</summary>
        Json,
    }
}
