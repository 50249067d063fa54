using System;

namespace Koekata.Receiving
{
    /// <summary>Rotations as quaternions x, y, z, w and as yaw, pitch, roll: R = Ry(yaw) Rx(-pitch) Rz(roll).</summary>
    internal static class Quaternions
    {
        const double ToDegrees = 180.0 / Math.PI;
        const double NearlyParallel = 0.9995;

        /// <summary>
        /// Spherical interpolation the shorter way round (Shoemake, "Animating rotation with quaternion curves", 1985); a
        /// share beyond 1 goes on turning.
        /// </summary>
        internal static void Slerp(double[] a, double[] b, double share, double[] target)
        {
            double cosine = Dot(a, b), sign = cosine < 0.0 ? -1.0 : 1.0;
            double forA = 1.0 - share, forB = share;
            cosine = Math.Min(1.0, cosine * sign);
            if (cosine < NearlyParallel)
            {
                double angle = Math.Acos(cosine), sine = Math.Sin(angle);
                forA = Math.Sin(forA * angle) / sine;
                forB = Math.Sin(forB * angle) / sine;
            }
            for (int i = 0; i < 4; i++)
                target[i] = forA * a[i] + forB * sign * b[i];
            Normalise(target);
        }

        /// <summary>The angle between two rotations.</summary>
        internal static double Degrees(double[] a, double[] b)
        {
            return 2.0 * Math.Acos(Math.Min(1.0, Math.Abs(Dot(a, b)))) * ToDegrees;
        }

        /// <summary>Yaw, pitch, roll in degrees, read off the rotation's matrix.</summary>
        internal static void Angles(double[] q, double[] ypr)
        {
            double x = q[0], y = q[1], z = q[2], w = q[3];
            double up = Math.Max(-1.0, Math.Min(1.0, 2.0 * (y * z - w * x)));
            ypr[0] = Math.Atan2(2.0 * (x * z + w * y), 1.0 - 2.0 * (x * x + y * y)) * ToDegrees;
            ypr[1] = Math.Asin(up) * ToDegrees;
            ypr[2] = Math.Atan2(2.0 * (x * y + w * z), 1.0 - 2.0 * (x * x + z * z)) * ToDegrees;
        }

        static double Dot(double[] a, double[] b)
        {
            return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
        }

        internal static void Normalise(double[] q)
        {
            double length = Math.Sqrt(Dot(q, q));
            for (int i = 0; i < 4; i++)
                q[i] = length > 0.0 ? q[i] / length : i == 3 ? 1.0 : 0.0;
        }
    }
}
