using System;
using System.Collections.Generic;
using System.Text;

namespace Koekata.Receiving.Runner
{
    /// <summary>Makes messages of the stream, for measurements and tests.</summary>
    public sealed class MessageMaker
    {
        readonly List<byte> bytes = new List<byte>();
        readonly int channels;

        /// <summary>Messages of performer 0 with so many channels.</summary>
        public MessageMaker(int channels)
        {
            this.channels = channels;
            Session = "00c0ffee00c0ffee";
            LayoutNumber = 1;
        }

        /// <summary>16 hexadecimal digits.</summary>
        public string Session { get; set; }

        /// <summary>The number of the layout.</summary>
        public int LayoutNumber { get; set; }

        /// <summary>Whether arrays hold float32, as the sidecar sends them, and not float64.</summary>
        public bool Single { get; set; }

        /// <summary>The performer.</summary>
        public int Performer { get; set; }

        /// <summary>The performer's topic.</summary>
        public byte[] Topic
        {
            get { return Encoding.ASCII.GetBytes("koekata/1/" + Performer + "/"); }
        }

        /// <summary>The channel of a number.</summary>
        public static string Name(int channel)
        {
            return channel == 0 ? "jawOpen" : "channel" + channel;
        }

        /// <summary>A layout.</summary>
        public byte[] Layout()
        {
            Begin("layout", 7);
            Key("layout").Whole(LayoutNumber);
            Key("producer").Text("Maker 1");
            Key("channels").Array(channels);
            for (int i = 0; i < channels; i++)
                Text(Name(i));
            return bytes.ToArray();
        }

        /// <summary>A frame of a number, captured that many sixtieths of a second after the start.</summary>
        public byte[] Frame(long sequence)
        {
            double weight = 0.5 + 0.5 * Math.Sin(sequence * 0.1);
            return Frame(sequence, sequence * 1000000000L / 60, weight, sequence % 60 - 30.0, true);
        }

        /// <summary>A frame whose weights are all the same and whose head is turned.</summary>
        public byte[] Frame(long sequence, long monotonicNs, double weight, double yaw, bool tracked)
        {
            Begin("frame", 19);
            Key("layout").Whole(LayoutNumber);
            Key("sequence").Whole(sequence);
            Key("timeline_s").Real(monotonicNs * 1e-9);
            Key("monotonic_ns").Whole(monotonicNs);
            Key("wall_ns").Whole(monotonicNs);
            Key("sent_ns").Whole(monotonicNs);
            Key("timecode").bytes.Add(0xC0);
            Key("tracked").bytes.Add((byte)(tracked ? 0xC3 : 0xC2));
            Key("confidence").Real(tracked ? 1.0 : 0.0);
            Key("weights").Same(channels, weight);
            Key("channel_confidence").Same(channels - 1, 1.0, 0.0);
            double half = yaw * Math.PI / 360.0;
            Key("head_rotation").Reals(0.0, Math.Sin(half), 0.0, Math.Cos(half));
            Key("head_ypr").Reals(yaw, 0.0, 0.0);
            Key("head_translation").Reals(0.1 * weight, 0.0, -0.5);
            Key("gaze").Reals(yaw / 2.0, 1.0, yaw / 2.0, 1.0);
            return bytes.ToArray();
        }

        void Begin(string type, int keys)
        {
            bytes.Clear();
            bytes.Add(0xDE);
            Big(keys, 2);
            Key("version").Whole(1);
            Key("type").Text(type);
            Key("session").Text(Session);
            Key("performer").Whole(Performer);
        }

        MessageMaker Key(string name)
        {
            Text(name);
            return this;
        }

        void Text(string text)
        {
            bytes.Add(0xD9);
            bytes.Add((byte)text.Length);
            bytes.AddRange(Encoding.ASCII.GetBytes(text));
        }

        void Whole(long value)
        {
            bytes.Add(0xD3);
            Big(value, 8);
        }

        void Real(double value)
        {
            bytes.Add(0xCB);
            Big(BitConverter.DoubleToInt64Bits(value), 8);
        }

        void Entry(double value)
        {
            if (!Single)
            {
                Real(value);
                return;
            }
            bytes.Add(0xCA);
            Big(BitConverter.ToInt32(BitConverter.GetBytes((float)value), 0), 4);
        }

        void Array(int count)
        {
            bytes.Add(0xDC);
            Big(count, 2);
        }

        void Reals(params double[] values)
        {
            Array(values.Length);
            foreach (double value in values)
                Entry(value);
        }

        /// <summary>The same value so often, and others at the end.</summary>
        void Same(int count, double value, params double[] others)
        {
            Array(count + others.Length);
            for (int i = 0; i < count; i++)
                Entry(value);
            foreach (double other in others)
                Entry(other);
        }

        void Big(long value, int count)
        {
            for (int shift = 8 * count - 8; shift >= 0; shift -= 8)
                bytes.Add((byte)(value >> shift));
        }
    }
}
