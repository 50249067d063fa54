namespace Koekata.Mapping
{
    /// <summary>How a condition weighs a row.</summary>
    public enum ConditionUse
    {
        /// <summary>The row counts as much as it is on.</summary>
        While,

        /// <summary>The row counts as much as it is off.</summary>
        Unless,

        /// <summary>It suppresses the region of the row's target.</summary>
        Suppress,
    }
}
