using System;
using System.Collections.Generic;

namespace Koekata.Samples
{
    /// <summary>
    /// Draws a simple face, two units wide, with the shapes that its table drives. Left and right are the character's own: its
    /// left is on the right of who looks at it.
    /// </summary>
    public sealed class FacePainter
    {
        const uint Skin = 0xF6D2BC, SkinShade = 0xEDBFA6, Hair = 0x6B4A63, Line = 0x4A3340, White = 0xFDFBFA, Iris = 0x9C4F6E,
            Pupil = 0x35222D, Shine = 0xFFFFFF, Lip = 0xC96F72, Mouth = 0x7A2E3A, Cheek = 0xF2B3A4;

        const int Steps = 24;
        const float EyeX = 0.42f, EyeY = 0.08f, EyeWidth = 0.25f, EyeHeight = 0.19f;
        const float BrowY = 0.42f, MouthY = -0.48f, MouthWidth = 0.24f;

        readonly FaceDrawing face = new FaceDrawing();

        FacePainter()
        {
        }

        /// <summary>Draws the face.</summary>
        public static FaceDrawing Paint()
        {
            var painter = new FacePainter();
            painter.PaintHead();
            painter.PaintEye(1f, "Left");
            painter.PaintEye(-1f, "Right");
            painter.PaintMouth();
            painter.PaintFringe();
            painter.PaintBrow(1f, "Left");
            painter.PaintBrow(-1f, "Right");
            return painter.face;
        }

        void PaintHead()
        {
            face.AddOutline(Oval(0f, 0.15f, 1.02f, 1.05f), Hair);
            IList<int> head = face.AddOutline(Oval(0f, -0.05f, 0.86f, 0.95f), Skin);
            // The chin follows the jaw.
            face.Move("jawOpen", head, at => new FacePoint(0f, at.Y < -0.3f ? 0.14f * (at.Y + 0.3f) : 0f));
            foreach (float side in new[] { 1f, -1f })
                face.AddOutline(Oval(side * 0.55f, -0.25f, 0.15f, 0.07f), Cheek);
            face.AddOutline(Oval(0f, -0.18f, 0.03f, 0.04f), SkinShade);
        }

        void PaintEye(float side, string name)
        {
            float x = side * EyeX;
            face.AddOutline(Oval(x, EyeY, EyeWidth, EyeHeight), White);
            var iris = new List<int>(face.AddOutline(Oval(x, EyeY, 0.13f, 0.165f), Iris));
            iris.AddRange(face.AddOutline(Oval(x, EyeY, 0.065f, 0.09f), Pupil));
            iris.AddRange(face.AddOutline(Oval(x + 0.05f, EyeY + 0.06f, 0.03f, 0.035f), Shine));
            face.Move("lookOut" + name, iris, at => new FacePoint(side * 0.08f, 0f));
            face.Move("lookIn" + name, iris, at => new FacePoint(side * -0.08f, 0f));
            face.Move("lookUp" + name, iris, at => new FacePoint(0f, 0.06f));
            face.Move("lookDown" + name, iris, at => new FacePoint(0f, -0.06f));
            PaintLid(x, name);
        }

        // A band of skin above the eye comes down, with the lashes at its edge; a smiling eye closes from below.
        void PaintLid(float x, string name)
        {
            IList<FacePoint> edge = Arc(x, EyeY, EyeWidth + 0.015f, EyeHeight + 0.01f, 1f), above = Arc(x, EyeY, EyeWidth + 0.05f, EyeHeight + 0.06f, 1f);
            IList<FacePoint> lashes = Arc(x, EyeY + 0.03f, EyeWidth + 0.03f, EyeHeight + 0.02f, 1f);
            IList<int> lid = face.AddBand(above, edge, Skin);
            IList<int> line = face.AddBand(lashes, edge, Line);
            Func<FacePoint, FacePoint> down = at => new FacePoint(0f, -1.75f * Math.Max(0f, at.Y - EyeY));
            face.Move("blink" + name, Second(lid), down);
            face.Move("blink" + name, line, down);
            IList<FacePoint> below = Arc(x, EyeY, EyeWidth + 0.05f, EyeHeight + 0.06f, -1f), under = Arc(x, EyeY, EyeWidth + 0.015f, EyeHeight + 0.01f, -1f);
            IList<int> lower = face.AddBand(below, under, Skin);
            face.Move("squint" + name, Second(lower), at => new FacePoint(0f, 0.7f * (EyeY - at.Y)));
        }

        void PaintBrow(float side, string name)
        {
            var upper = new List<FacePoint>();
            var lower = new List<FacePoint>();
            for (int i = 0; i <= Steps; i++)
            {
                float along = (float)i / Steps, x = side * (0.2f + 0.44f * along), bow = 0.07f * (float)Math.Sin(Math.PI * along);
                upper.Add(new FacePoint(x, BrowY + bow + 0.045f * (1f - along)));
                lower.Add(new FacePoint(x, BrowY + bow));
            }
            IList<int> brow = face.AddBand(upper, lower, Line);
            face.Move("browUp" + name, brow, at => new FacePoint(0f, 0.13f));
            face.Move("browDown" + name, brow, at => new FacePoint(side * -0.02f, -0.2f + 0.28f * (Math.Abs(at.X) - 0.2f)));
            face.Move("browSad" + name, brow, at => new FacePoint(0f, 0.13f - 0.4f * (Math.Abs(at.X) - 0.2f)));
        }

        // Closed lips are a line; the lower half opens, and within it what is dark.
        void PaintMouth()
        {
            PaintLips(0.045f, 0.035f, Lip);
            PaintLips(0.012f, 0f, Mouth);
        }

        void PaintLips(float thick, float wider, uint colour)
        {
            IList<FacePoint> upper = Arc(0f, MouthY, MouthWidth + wider, thick, 1f), lower = Arc(0f, MouthY, MouthWidth + wider, thick, -1f);
            IList<int> lips = face.AddBand(upper, lower, colour);
            face.Move("jawOpen", lips, at => new FacePoint(-0.15f * at.X, Bowl(at) * (at.Y < MouthY ? -0.42f : 0.03f)));
            face.Move("smileLeft", lips, at => Corner(at, 1f, 0.05f, 0.13f));
            face.Move("smileRight", lips, at => Corner(at, -1f, 0.05f, 0.13f));
            face.Move("frownLeft", lips, at => Corner(at, 1f, 0.0f, -0.12f));
            face.Move("frownRight", lips, at => Corner(at, -1f, 0.0f, -0.12f));
            face.Move("stretch", lips, at => new FacePoint(0.3f * at.X, 0f));
            face.Move("pucker", lips, at => new FacePoint(-0.55f * at.X, (at.Y < MouthY ? -0.05f : 0.05f) * Bowl(at)));
        }

        // 1 in the middle of the mouth, 0 at its corners.
        static float Bowl(FacePoint at)
        {
            float along = Math.Min(1f, Math.Abs(at.X) / MouthWidth);
            return (float)Math.Sqrt(1f - along * along);
        }

        static FacePoint Corner(FacePoint at, float side, float outwards, float up)
        {
            float share = Math.Max(0f, side * at.X / MouthWidth);
            return new FacePoint(side * outwards * share, up * share * share);
        }

        void PaintFringe()
        {
            IList<FacePoint> crown = Arc(0f, 0.15f, 1.02f, 1.05f, 1f);
            var tips = new List<FacePoint>();
            for (int i = 0; i <= Steps; i++)
            {
                float x = -0.98f + 1.96f * i / Steps;
                tips.Add(new FacePoint(x, 0.42f + 0.16f * (float)Math.Abs(Math.Sin(i * Math.PI / 6.0)) - 0.35f * Math.Max(0f, Math.Abs(x) - 0.7f)));
            }
            face.AddBand(crown, tips, Hair);
        }

        static IList<int> Second(IList<int> band)
        {
            return new List<int>(band).GetRange(band.Count / 2, band.Count / 2);
        }

        static IList<FacePoint> Oval(float x, float y, float width, float height)
        {
            var points = new List<FacePoint>();
            for (int i = 0; i < 2 * Steps; i++)
                points.Add(OnOval(x, y, width, height, Math.PI * i / Steps));
            return points;
        }

        // The upper (1) or the lower half (-1), from left to right.
        static IList<FacePoint> Arc(float x, float y, float width, float height, float half)
        {
            var points = new List<FacePoint>();
            for (int i = 0; i <= Steps; i++)
                points.Add(OnOval(x, y, width, half * height, Math.PI * (Steps - i) / Steps));
            return points;
        }

        static FacePoint OnOval(float x, float y, float width, float height, double angle)
        {
            return new FacePoint(x + width * (float)Math.Cos(angle), y + height * (float)Math.Sin(angle));
        }
    }
}
