using System.Collections.Generic;
using System.Globalization;

namespace Koekata.Takes
{
    /// <summary>Reads CSV files of the layout of the Live Link Face app, which `koekata solve` writes too, by their header.</summary>
    public sealed class TakeReader
    {
        const double DegreesPerRadian = 180.0 / System.Math.PI;

        readonly string name;
        readonly List<double> times = new List<double>();
        readonly List<double[]> rows = new List<double[]>();
        readonly List<bool> tracked = new List<bool>();
        int[] places;

        TakeReader(string name)
        {
            this.name = name;
        }

        /// <summary>Reads a text; <paramref name="name"/> stands in front of what is wrong with it.</summary>
        /// <exception cref="TakeException">It is no recording, or damaged; the message says where.</exception>
        public static Take Read(string text, string name)
        {
            return new TakeReader(name).ReadAll(text.TrimStart('\ufeff').Split('\n'));
        }

        Take ReadAll(string[] lines)
        {
            FindPlaces(lines[0].TrimEnd('\r').Split(','));
            for (int line = 1; line < lines.Length; line++)
            {
                string row = lines[line].TrimEnd('\r');
                if (row.Length > 0)
                    ReadRow(row.Split(','), line + 1);
            }
            if (rows.Count == 0)
                throw new TakeException(name + ": holds no rows");
            double[] seconds = times.ToArray();
            Timecodes.Unwrap(seconds);
            CheckOrder(seconds);
            return new Take(TakeColumns.Channels(), seconds, rows.ToArray(), tracked.ToArray());
        }

        void FindPlaces(string[] header)
        {
            var wanted = new List<string>(TakeColumns.Weights);
            for (int i = 0; i < TakeColumns.Angles.Length; i++)
                if (TakeColumns.AngleChannels[i] != null)
                    wanted.Add(TakeColumns.Angles[i]);
            places = new int[wanted.Count];
            for (int i = 0; i < places.Length; i++)
            {
                places[i] = System.Array.IndexOf(header, wanted[i]);
                if (places[i] < 0)
                    throw new TakeException(name + ":1: not in the layout of Live Link Face: there is no column " + wanted[i]);
            }
            if (header[0] != TakeColumns.Leading[0] || header[1] != TakeColumns.Leading[1])
                throw new TakeException(name + ":1: not in the layout of Live Link Face: other columns in front");
        }

        void ReadRow(string[] cells, int line)
        {
            double seconds;
            int count;
            if (cells.Length < 2 || !Timecodes.TryParse(cells[0], out seconds))
                throw Wrong(line, "'" + cells[0] + "' is not a timecode");
            if (!int.TryParse(cells[1], NumberStyles.Integer, CultureInfo.InvariantCulture, out count))
                throw Wrong(line, "'" + cells[1] + "' is no number of values");
            // Without a face the app leaves the values out: the last ones stay.
            double[] last = rows.Count > 0 ? rows[rows.Count - 1] : new double[places.Length];
            times.Add(seconds);
            rows.Add(count > 0 ? Values(cells, line) : last);
            tracked.Add(count > 0);
        }

        double[] Values(string[] cells, int line)
        {
            var values = new double[places.Length];
            for (int i = 0; i < values.Length; i++)
            {
                string cell = places[i] < cells.Length ? cells[places[i]] : "";
                bool good = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]);
                if (!good || double.IsNaN(values[i]) || double.IsInfinity(values[i]))
                    throw Wrong(line, "'" + cell + "' is no value of the column " + places[i]);
                // The app's angles are in radians, and every one is the other way round.
                if (i >= TakeColumns.Weights.Length)
                    values[i] = -values[i] * DegreesPerRadian + 0.0;
            }
            return values;
        }

        void CheckOrder(double[] seconds)
        {
            for (int i = 1; i < seconds.Length; i++)
                if (seconds[i] < seconds[i - 1])
                    throw new TakeException(name + ": row " + (i + 1) + " is earlier than the one before");
        }

        TakeException Wrong(int line, string what)
        {
            return new TakeException(name + ":" + line + ": not a row of a recording: " + what);
        }
    }
}
