namespace Koekata.Mapping
{
    /// <summary>Something on the model that is driven.</summary>
    public sealed class Target
    {
        internal Limits Limits;
        internal Combine Combine;
        internal string Category;
        internal bool Binary;

        /// <summary>By category (blink, look_at, mouth): none, block or blend.</summary>
        internal string[] Overrides;

        internal double On, Off;

        internal Target(string id, TargetKind kind, TargetAddress address)
        {
            Id = id;
            Kind = kind;
            Address = address;
        }

        /// <summary>The id that rows name.</summary>
        public string Id { get; private set; }

        /// <summary>What it is on the model.</summary>
        public TargetKind Kind { get; private set; }

        /// <summary>Where it is on the model.</summary>
        public TargetAddress Address { get; private set; }

        /// <summary>The value without any motion.</summary>
        public double Rest { get; internal set; }

        /// <summary>The lowest value; negative infinity without a range.</summary>
        public double Low
        {
            get { return Limits.Low; }
        }

        /// <summary>The highest value; positive infinity without a range.</summary>
        public double High
        {
            get { return Limits.High; }
        }

        /// <summary>The region whose timing it follows, or null.</summary>
        public string Region { get; internal set; }
    }
}
