namespace Koekata.Editing
{
    /// <summary>A target of a preset.</summary>
    internal sealed class Place
    {
        internal readonly Parts Parts;
        internal readonly string Target;

        internal Place(Parts parts, string target)
        {
            Parts = parts;
            Target = target;
        }
    }
}
