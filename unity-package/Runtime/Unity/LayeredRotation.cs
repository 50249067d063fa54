using UnityEngine;

namespace Koekata
{
    /// <summary>The same as <see cref="Koekata.Binding.LayeredValue"/>, of a rotation.</summary>
    internal struct LayeredRotation
    {
        Quaternion below, written;
        bool wrote;

        internal Quaternion Below(Quaternion current)
        {
            if (!wrote || !Same(current, written))
                below = current;
            return below;
        }

        internal void Remember(Quaternion now)
        {
            written = now;
            wrote = true;
        }

        internal bool Release(Quaternion current, out Quaternion value)
        {
            value = below;
            bool ours = wrote && Same(current, written);
            wrote = false;
            return ours;
        }

        // The operator == of Unity calls rotations that are nearly alike the same.
        static bool Same(Quaternion a, Quaternion b)
        {
            return a.x == b.x && a.y == b.y && a.z == b.z && a.w == b.w;
        }
    }
}
