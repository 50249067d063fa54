using System;
using System.Globalization;
using System.IO;

namespace Koekata.Receiving.Runner
{
    /// <summary>Decodes messages, each a line of topic and payload in hexadecimal digits.</summary>
    internal sealed class Decoding
    {
        readonly TextReader input;
        readonly TextWriter output;
        readonly StreamDecoder decoder = new StreamDecoder();

        internal Decoding(TextReader input, TextWriter output)
        {
            this.input = input;
            this.output = output;
        }

        internal void Run()
        {
            string line;
            while ((line = input.ReadLine()) != null)
            {
                string[] parts = line.Split(' ');
                output.WriteLine(Answer(Bytes(parts[0]), Bytes(parts[1])));
            }
        }

        string Answer(byte[] topic, byte[] payload)
        {
            if (decoder.Decode(payload, payload.Length) == MessageKind.Refused || !decoder.CheckTopic(topic, topic.Length))
                return "{\"error\": " + Json.Quoted(StreamFaults.Code(decoder.Fault)) + "}";
            if (decoder.Kind == MessageKind.Frame)
                return Frame(decoder.Frame);
            if (decoder.Kind == MessageKind.Layout)
                return "{\"type\": \"layout\", \"performer\": " + decoder.Layout.Performer + ", \"layout\": " +
                    decoder.Layout.Number + ", \"channels\": " + Json.Texts(decoder.Layout.Names()) + ", \"producer\": " +
                    Json.Quoted(decoder.Layout.Producer) + ", \"face_model\": " + Json.Quoted(decoder.Layout.FaceModel) + "}";
            return decoder.Kind == MessageKind.Status ? Status(decoder.Status) : "{\"type\": \"unknown\"}";
        }

        static string Status(StatusMessage status)
        {
            var performers = new double[status.PerformerCount];
            for (int i = 0; i < performers.Length; i++)
                performers[i] = status.Performer(i);
            return "{\"type\": \"status\", \"state\": " + Json.Quoted(status.State.ToString().ToLowerInvariant()) +
                ", \"detail\": " + Json.Quoted(status.Detail) + ", \"wall_ns\": " + status.WallNs + ", \"performers\": " +
                Json.Array(performers, performers.Length) + "}";
        }

        static string Frame(FrameMessage frame)
        {
            return "{\"type\": \"frame\", \"performer\": " + frame.Performer + ", \"layout\": " + frame.Layout +
                ", \"sequence\": " + frame.Sequence + ", \"timeline_s\": " + Json.Number(frame.TimelineS) +
                ", \"monotonic_ns\": " + frame.MonotonicNs + ", \"wall_ns\": " + frame.WallNs + ", \"sent_ns\": " +
                frame.SentNs + ", \"timecode\": " + Json.Quoted(frame.Timecode()) + ", \"tracked\": " +
                Json.Flag(frame.Tracked) + ", \"confidence\": " + Json.Number(frame.Confidence) + ", \"weights\": " +
                Json.Array(frame.Weights, frame.Count) + ", \"channel_confidence\": " +
                Json.Array(frame.ChannelConfidence, frame.Count) + ", \"head_rotation\": " +
                Json.Array(frame.HeadRotation, 4) + ", \"head_ypr\": " + Json.Array(frame.HeadYpr, 3) +
                ", \"head_translation\": " + Json.Array(frame.HeadTranslation, 3) + ", \"gaze\": " +
                Json.Array(frame.Gaze, 4) + "}";
        }

        static byte[] Bytes(string digits)
        {
            var found = new byte[digits.Length / 2];
            for (int i = 0; i < found.Length; i++)
                found[i] = byte.Parse(digits.Substring(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            return found;
        }
    }
}
