using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>Rotations that are recorded number by number.</summary>
    public static class Rotations
    {
        /// <summary>
        /// A rotation is two quaternions of opposite signs. Curves blend from sample to sample, so that the signs must not change on
        /// the way: each sample is taken with the sign that is nearer to the one before. <paramref name="parts"/> are x, y, z and w.
        /// </summary>
        public static void KeepSigns(IList<float[]> parts)
        {
            for (int i = 1; i < parts[0].Length; i++)
            {
                float along = 0f;
                foreach (float[] part in parts)
                    along += part[i] * part[i - 1];
                if (along >= 0f)
                    continue;
                foreach (float[] part in parts)
                    part[i] = -part[i];
            }
        }
    }
}
