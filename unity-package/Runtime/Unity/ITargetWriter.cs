using Koekata.Mapping;

namespace Koekata
{
    /// <summary>Writes the targets of one kind into the scene.</summary>
    internal interface ITargetWriter
    {
        /// <summary>Writes those that have a value, mixed with what animation gave. Allocates nothing.</summary>
        void Apply(Outputs outputs, float share);

        /// <summary>Puts everything back to what it would be without the face.</summary>
        void Restore();
    }
}
