using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Koekata.Receiving;
using Koekata.Takes;

namespace Koekata.Editing.Runner
{
    /// <summary>Recordings: `record`, `take` and `reduce`.</summary>
    internal static class Recording
    {
        /// <summary>Records messages of the stream: {"path", "messages": [[topic, data], ...]} in hexadecimal digits.</summary>
        internal static JsonValue Record(string[] arguments, JsonValue request)
        {
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            TakeRecorder recorder = null;
            var packet = new Packet();
            foreach (JsonValue message in request["messages"].Items)
            {
                packet.Set(Bytes(message.Items[0].AsText), Bytes(message.Items[1].AsText), 0.0);
                intake.Take(packet);
                // The layout comes first and makes the performer known.
                if (recorder == null)
                    recorder = new TakeRecorder(request["path"].AsText, intake.Subjects[0]);
            }
            recorder.Finish();
            JsonValue answer = JsonValue.NewObject();
            answer["rows"] = JsonValue.Of((double)recorder.Rows);
            return answer;
        }

        /// <summary>Reads a recording: {"path"}.</summary>
        internal static JsonValue ReadTake(string[] arguments, JsonValue request)
        {
            JsonValue answer = JsonValue.NewObject();
            Take take;
            try
            {
                take = TakeReader.Read(File.ReadAllText(request["path"].AsText), "take.csv");
            }
            catch (TakeException error)
            {
                answer["error"] = JsonValue.Of(error.Message);
                return answer;
            }
            IEnumerable<int> rows = Enumerable.Range(0, take.Count);
            answer["channels"] = JsonValue.Of(take.Channels);
            answer["times"] = JsonValue.Of(rows.Select(row => take.Start + take.Time(row)));
            answer["tracked"] = JsonValue.Of(rows.Select(row => take.Tracked(row) ? 1.0 : 0.0));
            answer["values"] = JsonValue.NewList();
            foreach (int row in rows)
                answer["values"].Items.Add(JsonValue.Of(Enumerable.Range(0, take.Channels.Count).Select(i => take.Value(row, i))));
            return answer;
        }

        /// <summary>Reduces samples to keys: {"times", "values", "bound"}; answers [x, y, slope in, slope out] each.</summary>
        internal static JsonValue Reduce(string[] arguments, JsonValue request)
        {
            var reducer = new KeyReducer(Floats(request["times"]), Floats(request["values"]), (float)request["bound"].AsNumber);
            JsonValue keys = JsonValue.NewList();
            foreach (CurvePoint key in reducer.Reduce())
                keys.Items.Add(JsonValue.Of(new double[] { key.X, key.Y, key.SlopeIn, key.SlopeOut }));
            return keys;
        }

        static float[] Floats(JsonValue numbers)
        {
            return numbers.Items.Select(number => (float)number.AsNumber).ToArray();
        }

        static byte[] Bytes(string digits)
        {
            var bytes = new byte[digits.Length / 2];
            for (int i = 0; i < bytes.Length; i++)
                bytes[i] = byte.Parse(digits.Substring(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return bytes;
        }
    }
}
