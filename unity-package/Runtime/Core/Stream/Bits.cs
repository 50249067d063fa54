using System;
using System.Runtime.InteropServices;

namespace Koekata.Receiving
{
    /// <summary>Big-endian numbers of wires, without allocation.</summary>
    internal static class Bits
    {
        internal static ulong Read(byte[] data, int start, int count)
        {
            ulong found = 0;
            for (int i = start; i < start + count; i++)
                found = (found << 8) | data[i];
            return found;
        }

        internal static int Int32(byte[] data, int start)
        {
            return (data[start] << 24) | (data[start + 1] << 16) | (data[start + 2] << 8) | data[start + 3];
        }

        internal static float Float(byte[] data, int start)
        {
            return new Single32 { Whole = Int32(data, start) }.Number;
        }

        internal static double Double(byte[] data, int start)
        {
            return BitConverter.Int64BitsToDouble((long)Read(data, start, 8));
        }

        [StructLayout(LayoutKind.Explicit)]
        struct Single32
        {
            [FieldOffset(0)]
            internal int Whole;

            [FieldOffset(0)]
            internal readonly float Number;
        }
    }
}
