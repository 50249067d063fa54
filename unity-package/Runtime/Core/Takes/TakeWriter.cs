using System;
using System.IO;
using System.Text;
using Koekata.Receiving;

namespace Koekata.Takes
{
    /// <summary>
    /// Writes a performer as `koekata solve` does, in the CSV layout of the Live Link Face app, row by row. The layout knows no
    /// confidence, no position and no voice: a channel that the source cannot observe is 0.
    /// </summary>
    public sealed class TakeWriter
    {
        const double RadiansPerDegree = Math.PI / 180.0;

        readonly TextWriter text;
        readonly int[] slots = new int[TakeColumns.Weights.Length];
        readonly double[] angles = new double[9];
        readonly StringBuilder row = new StringBuilder();
        StreamLayout layout;
        double last = double.NegativeInfinity;

        /// <summary>Begins with the header.</summary>
        public TakeWriter(TextWriter text)
        {
            this.text = text;
            text.Write(string.Join(",", TakeColumns.Leading) + "," + string.Join(",", TakeColumns.Weights) + "," +
                string.Join(",", TakeColumns.Angles) + "\n");
        }

        /// <summary>Rows that were written.</summary>
        public int Rows { get; private set; }

        /// <summary>
        /// Writes a row, with or without a face, at the seconds of its source's time line. False for one that is not later than
        /// the row before: the layout has no place for it.
        /// </summary>
        public bool Add(FaceFrame face)
        {
            if (face.TimelineS <= last)
                return false;
            last = face.TimelineS;
            if (face.Layout != layout)
                Bind(face.Layout);
            row.Length = 0;
            row.Append(Timecodes.Format(face.TimelineS)).Append(',').Append(TakeColumns.Count);
            foreach (int slot in slots)
                AddValue(slot < 0 || face.ChannelConfidence[slot] <= 0.0 ? 0.0 : face.Weights[slot]);
            FillAngles(face);
            foreach (double degrees in angles)
                AddValue(-(degrees * RadiansPerDegree) + 0.0);
            text.Write(row.Append('\n').ToString());
            Rows++;
            return true;
        }

        void AddValue(double value)
        {
            row.Append(',');
            Decimals.Append(row, value);
        }

        void FillAngles(FaceFrame face)
        {
            for (int i = 0; i < 3; i++)
                angles[i] = face.HasHead ? face.HeadYpr[i] : 0.0;
            for (int eye = 0; eye < 2; eye++)
                for (int i = 0; i < 2; i++)
                    angles[3 + 3 * eye + i] = face.HasGaze ? face.Gaze[2 * eye + i] : 0.0;
        }

        void Bind(StreamLayout next)
        {
            layout = next;
            for (int i = 0; i < slots.Length; i++)
                slots[i] = next.Index(TakeColumns.Channel(TakeColumns.Weights[i]));
        }
    }
}
