using UnityEngine;

namespace Koekata
{
    /// <summary>The same as <see cref="Koekata.Binding.LayeredValue"/>, of a position or a scale.</summary>
    internal struct LayeredVector
    {
        Vector3 below, written;
        bool wrote;

        internal Vector3 Below(Vector3 current)
        {
            if (!wrote || !Same(current, written))
                below = current;
            return below;
        }

        internal void Remember(Vector3 now)
        {
            written = now;
            wrote = true;
        }

        internal bool Release(Vector3 current, out Vector3 value)
        {
            value = below;
            bool ours = wrote && Same(current, written);
            wrote = false;
            return ours;
        }

        // The operator == of Unity calls vectors that are nearly alike the same.
        static bool Same(Vector3 a, Vector3 b)
        {
            return a.x == b.x && a.y == b.y && a.z == b.z;
        }
    }
}
