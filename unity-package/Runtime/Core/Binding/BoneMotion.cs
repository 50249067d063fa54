using System;

namespace Koekata.Binding
{
    /// <summary>
    /// From the angles, metres and factors of a table to a bone of a left-handed engine: mappings/SPEC.md, "Targets". What
    /// comes out is relative to the bone, in its own axes. NaN is a target without a value.
    /// </summary>
    public static class BoneMotion
    {
        const double HalfRadians = Math.PI / 360.0;

        /// <summary>
        /// The turn as a quaternion x, y, z, w: z first, then x, then y. <paramref name="degrees"/> are about x, y and z, by
        /// the right-hand rule; <paramref name="share"/> scales the angle of the whole turn.
        /// </summary>
        public static void Turn(double[] degrees, double share, MirrorAxis mirror, double[] quaternion)
        {
            double ax = Angle(degrees[0], mirror == MirrorAxis.X), ay = Angle(degrees[1], false), az = Angle(degrees[2], mirror == MirrorAxis.Z);
            double sx = Math.Sin(ax), cx = Math.Cos(ax), sy = Math.Sin(ay), cy = Math.Cos(ay), sz = Math.Sin(az), cz = Math.Cos(az);
            quaternion[0] = cy * sx * cz + sy * cx * sz;
            quaternion[1] = sy * cx * cz - cy * sx * sz;
            quaternion[2] = cy * cx * sz - sy * sx * cz;
            quaternion[3] = cy * cx * cz + sy * sx * sz;
            if (share < 1.0)
                Shorten(quaternion, share);
        }

        /// <summary>The metres along x, y and z, mirrored.</summary>
        public static void Move(double[] metres, double share, MirrorAxis mirror, double[] moved)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                double along = double.IsNaN(metres[axis]) ? 0.0 : metres[axis] * share;
                moved[axis] = axis == MirroredAxis(mirror) ? -along : along;
            }
        }

        /// <summary>The factors along x, y and z.</summary>
        public static void Grow(double[] factors, double share, double[] grown)
        {
            for (int axis = 0; axis < 3; axis++)
                grown[axis] = double.IsNaN(factors[axis]) ? 1.0 : 1.0 + (factors[axis] - 1.0) * share;
        }

        // A mirror leaves the turn about its own axis as it is, and turns the two others round.
        static double Angle(double degrees, bool mirrored)
        {
            if (double.IsNaN(degrees))
                return 0.0;
            return (mirrored ? degrees : -degrees) * HalfRadians;
        }

        static int MirroredAxis(MirrorAxis mirror)
        {
            return mirror == MirrorAxis.X ? 0 : 2;
        }

        // The same axis, a part of the angle; the shorter way round.
        static void Shorten(double[] q, double share)
        {
            double sign = q[3] < 0.0 ? -1.0 : 1.0;
            double sine = Math.Sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2]);
            double half = Math.Atan2(sine, q[3] * sign) * share;
            double factor = sine > 0.0 ? sign * Math.Sin(half) / sine : 0.0;
            for (int i = 0; i < 3; i++)
                q[i] *= factor;
            q[3] = Math.Cos(half);
        }
    }
}
