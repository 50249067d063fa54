namespace Koekata.Editing
{
    /// <summary>A shape with the target of a preset whose rows drive it.</summary>
    public sealed class Driven
    {
        internal readonly Parts Source;
        internal readonly string Target;

        internal Driven(ModelShape shape, Guess guess, Place place)
        {
            Shape = shape;
            Guess = guess;
            Source = place.Parts;
            Target = place.Target;
        }

        /// <summary>The shape.</summary>
        public ModelShape Shape { get; private set; }

        /// <summary>What its name was taken for.</summary>
        public Guess Guess { get; private set; }

        /// <summary>The preset whose rows drive it.</summary>
        public string Preset
        {
            get { return Source.Id; }
        }

        internal string Name
        {
            get { return Shape.Name; }
        }

        /// <summary>What the shape is, or the preset's target where no channel tells it.</summary>
        public string Meaning
        {
            get { return Guess.Meaning.Length > 0 ? Guess.Meaning : Target; }
        }
    }
}
