using System;
using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editor
{
    /// <summary>
    /// A rotation is two quaternions, of opposite signs. Between two frames curves are blended number by number, so that the signs
    /// must not change on the way.
    /// </summary>
    internal static class QuaternionSigns
    {
        const string Rotation = "m_LocalRotation.";

        internal static bool IsPart(ClipTrack track)
        {
            return track.Property.StartsWith(Rotation, StringComparison.Ordinal);
        }

        /// <summary>The values of one number of a rotation, with the signs of all four the same way from frame to frame.</summary>
        internal static float[] Continuous(IList<ClipTrack> tracks, ClipTrack track)
        {
            List<float[]> parts = tracks.Where(other => IsPart(other) && other.Path == track.Path).Select(other => other.Values).ToList();
            float[] values = track.Values;
            float sign = 1f;
            for (int i = 1; i < values.Length; i++)
            {
                float along = parts.Sum(part => part[i] * part[i - 1]);
                sign = along < 0f ? -sign : sign;
                values[i] *= sign;
            }
            return values;
        }
    }
}
