namespace Koekata.Mapping
{
    /// <summary>The codes of faults, as mappings/SPEC.md lists them.</summary>
    public static class FaultCode
    {
        /// <summary>The file cannot be read.</summary>
        public const string Unreadable = "unreadable";

        /// <summary>Longer than 1 MiB.</summary>
        public const string TooLarge = "too-large";

        /// <summary>Not UTF-8.</summary>
        public const string Encoding = "encoding";

        /// <summary>Not JSON.</summary>
        public const string Syntax = "syntax";

        /// <summary>Nested more deeply than 16.</summary>
        public const string TooDeep = "too-deep";

        /// <summary>An object has a property twice.</summary>
        public const string DuplicateKey = "duplicate-key";

        /// <summary>A number that a double cannot hold.</summary>
        public const string NotFinite = "not-finite";

        /// <summary>A version other than 1, or a list of version 0.</summary>
        public const string Version = "version";

        /// <summary>A property that is required.</summary>
        public const string MissingProperty = "missing-property";

        /// <summary>A property that is not in the language.</summary>
        public const string UnknownProperty = "unknown-property";

        /// <summary>A value of another type.</summary>
        public const string WrongType = "wrong-type";

        /// <summary>A word that is not one of those allowed.</summary>
        public const string UnknownValue = "unknown-value";

        /// <summary>A number outside its limits.</summary>
        public const string OutOfRange = "out-of-range";

        /// <summary>Too few or too many entries, properties or characters.</summary>
        public const string WrongLength = "wrong-length";

        /// <summary>An id that breaks the rules for ids.</summary>
        public const string BadId = "bad-id";

        /// <summary>An id twice in a section, a switch, a group or a list.</summary>
        public const string DuplicateId = "duplicate-id";

        /// <summary>An input or signal with the name of another one.</summary>
        public const string NameTaken = "name-taken";

        /// <summary>A source that names no input and no signal.</summary>
        public const string UnknownName = "unknown-name";

        /// <summary>A condition, region, target or removed entry that is not there.</summary>
        public const string UnknownId = "unknown-id";

        /// <summary>Signals that need each other.</summary>
        public const string Cycle = "cycle";

        /// <summary>The table that is extended cannot be read.</summary>
        public const string ExtendsMissing = "extends-missing";

        /// <summary>A table that extends itself.</summary>
        public const string ExtendsCycle = "extends-cycle";

        /// <summary>More than 8 files in a chain.</summary>
        public const string ExtendsDepth = "extends-depth";

        /// <summary>Limits the wrong way round, or keys that do not rise.</summary>
        public const string Order = "order";

        /// <summary>One target in two regions.</summary>
        public const string RegionConflict = "region-conflict";

        /// <summary>What cannot stand together.</summary>
        public const string Impossible = "impossible";
    }
}
