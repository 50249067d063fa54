using System;
using System.Collections.Generic;
using System.Text;

namespace Koekata.Receiving.Tests
{
    /// <summary>Makes OSC datagrams.</summary>
    internal static class OscMaker
    {
        const ulong UnixToNtp = 2208988800;

        internal static byte[] Message(string address, string types, params object[] arguments)
        {
            var bytes = new List<byte>();
            AddText(bytes, address);
            AddText(bytes, "," + types);
            int next = 0;
            foreach (char type in types)
                if (type != 'T' && type != 'F')
                    Add(bytes, type, arguments[next++]);
            return bytes.ToArray();
        }

        /// <summary>A bundle of messages or bundles; the time is Unix seconds, 0 for "immediately".</summary>
        internal static byte[] Bundle(double unixSeconds, params byte[][] elements)
        {
            var bytes = new List<byte>(Encoding.ASCII.GetBytes("#bundle\0"));
            ulong seconds = (ulong)unixSeconds, fraction = (ulong)((unixSeconds - seconds) * 4294967296.0);
            AddBig(bytes, unixSeconds == 0.0 ? 1UL : ((seconds + UnixToNtp) << 32) | fraction, 8);
            foreach (byte[] element in elements)
            {
                AddBig(bytes, (ulong)element.Length, 4);
                bytes.AddRange(element);
            }
            return bytes.ToArray();
        }

        /// <summary>A frame of performer 0 as the sidecar sends it.</summary>
        internal static byte[] Frame(long sequence)
        {
            return Bundle(
                1700000000.0 + sequence / 60.0,
                Message("/koekata/0/jawOpen", "f", (float)(sequence % 10 / 10.0)),
                Message("/koekata/0/head/ypr", "fff", 60f, 0f, 0f),
                Message("/koekata/0/head/rotation", "ffff", 0f, 0.5f, 0f, 0.8660254f),
                Message("/koekata/0/head/translation", "fff", 0.1f, 0.2f, -0.5f),
                Message("/koekata/0/gaze", "ffff", 1f, 2f, 3f, 4f),
                Message("/koekata/0/target/%E5%A3%B0", "f", 0.25f),
                Message("/koekata/0/frame", "hdTf", sequence, sequence / 60.0, 0.9f));
        }

        /// <summary>A frame of VMC.</summary>
        internal static byte[] Vmc(float jaw = 0.5f, float time = 1f)
        {
            return Bundle(
                0.0,
                Message("/VMC/Ext/OK", "iiii", 1, 3, 0, 1),
                Message("/VMC/Ext/T", "f", time),
                Message("/VMC/Ext/Bone/Pos", "sfffffff", "Head", 0f, 0f, 0f, 0f, -0.5f, 0f, 0.8660254f),
                Message("/VMC/Ext/Bone/Pos", "sfffffff", "LeftEye", 0f, 0f, 0f, 0.08715574f, 0f, 0f, 0.9961947f),
                Message("/VMC/Ext/Blend/Val", "sf", "JawOpen", jaw),
                Message("/VMC/Ext/Blend/Val", "sf", "BlendShape.Joy", 1.5f),
                Message("/VMC/Ext/Blend/Apply", ""));
        }

        static void Add(List<byte> bytes, char type, object value)
        {
            if (type == 's')
                AddText(bytes, (string)value);
            else if (type == 'f')
                AddBig(bytes, (uint)BitConverter.ToInt32(BitConverter.GetBytes((float)value), 0), 4);
            else if (type == 'd')
                AddBig(bytes, (ulong)BitConverter.DoubleToInt64Bits((double)value), 8);
            else
                AddBig(bytes, (ulong)Convert.ToInt64(value), type == 'h' ? 8 : 4);
        }

        static void AddText(List<byte> bytes, string text)
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(text));
            do
                bytes.Add(0);
            while (bytes.Count % 4 != 0);
        }

        static void AddBig(List<byte> bytes, ulong value, int count)
        {
            for (int shift = 8 * count - 8; shift >= 0; shift -= 8)
                bytes.Add((byte)(value >> shift));
        }
    }
}
