using System;
using Koekata.Binding;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>Angles of a table on bones of a left-handed engine, against turning points by hand.</summary>
    [TestFixture]
    public sealed class BoneMotionTests
    {
        const double Near = 1e-9;

        [TestCase(MirrorAxis.X)]
        [TestCase(MirrorAxis.Z)]
        public void ATurnOfTheMirroredModelIsTheMirrorImageOfTheTurn(MirrorAxis mirror)
        {
            double[] degrees = { 20.0, -35.0, 50.0 }, made = new double[4];
            BoneMotion.Turn(degrees, 1.0, mirror, made);
            foreach (double[] point in new[] { new[] { 1.0, 0.0, 0.0 }, new[] { 0.0, 1.0, 0.0 }, new[] { 0.3, -0.2, 0.9 } })
            {
                double[] expected = Mirrored(TurnedByMatrices(point, degrees), mirror);
                Assert.That(TurnedByQuaternion(Mirrored(point, mirror), made), Is.EqualTo(expected).Within(Near));
            }
        }

        [Test]
        public void HeadThatTurnsToItsLeftLooksToItsLeftInUnity()
        {
            // A glTF model looks along +z and has +x on its left; mirrored along x its left is -x.
            var made = new double[4];
            BoneMotion.Turn(new[] { double.NaN, 90.0, double.NaN }, 1.0, MirrorAxis.X, made);
            Assert.That(TurnedByQuaternion(new[] { 0.0, 0.0, 1.0 }, made), Is.EqualTo(new[] { -1.0, 0.0, 0.0 }).Within(Near));
        }

        [Test]
        public void HalfAShareIsHalfTheAngle()
        {
            double[] half = new double[4], whole = new double[4];
            BoneMotion.Turn(new[] { 0.0, 80.0, 0.0 }, 0.5, MirrorAxis.X, half);
            BoneMotion.Turn(new[] { 0.0, 40.0, 0.0 }, 1.0, MirrorAxis.X, whole);
            Assert.That(half, Is.EqualTo(whole).Within(Near));
        }

        [Test]
        public void TargetsWithoutAValueDoNotMove()
        {
            double nothing = double.NaN;
            var made = new double[4];
            BoneMotion.Turn(new[] { nothing, nothing, nothing }, 0.7, MirrorAxis.X, made);
            Assert.That(made, Is.EqualTo(new[] { 0.0, 0.0, 0.0, 1.0 }).Within(Near));
            BoneMotion.Move(new[] { 0.1, nothing, 0.3 }, 0.5, MirrorAxis.X, made);
            Assert.That(new[] { made[0], made[1], made[2] }, Is.EqualTo(new[] { -0.05, 0.0, 0.15 }).Within(Near));
            BoneMotion.Grow(new[] { 2.0, nothing, 0.5 }, 0.5, made);
            Assert.That(new[] { made[0], made[1], made[2] }, Is.EqualTo(new[] { 1.5, 1.0, 0.75 }).Within(Near));
        }

        // z first, then x, then y, by the right-hand rule.
        static double[] TurnedByMatrices(double[] p, double[] degrees)
        {
            double x = Radians(degrees[0]), y = Radians(degrees[1]), z = Radians(degrees[2]);
            p = new[] { p[0] * Math.Cos(z) - p[1] * Math.Sin(z), p[0] * Math.Sin(z) + p[1] * Math.Cos(z), p[2] };
            p = new[] { p[0], p[1] * Math.Cos(x) - p[2] * Math.Sin(x), p[1] * Math.Sin(x) + p[2] * Math.Cos(x) };
            return new[] { p[0] * Math.Cos(y) + p[2] * Math.Sin(y), p[1], p[2] * Math.Cos(y) - p[0] * Math.Sin(y) };
        }

        // v + 2w (q x v) + 2 q x (q x v), the same in both hands.
        static double[] TurnedByQuaternion(double[] v, double[] q)
        {
            double[] once = Cross(q, v), twice = Cross(q, once);
            var turned = new double[3];
            for (int i = 0; i < 3; i++)
                turned[i] = v[i] + 2.0 * (q[3] * once[i] + twice[i]);
            return turned;
        }

        static double[] Cross(double[] a, double[] b)
        {
            return new[] { a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0] };
        }

        static double[] Mirrored(double[] p, MirrorAxis mirror)
        {
            return mirror == MirrorAxis.X ? new[] { -p[0], p[1], p[2] } : new[] { p[0], p[1], -p[2] };
        }

        static double Radians(double degrees)
        {
            return degrees * Math.PI / 180.0;
        }
    }
}
