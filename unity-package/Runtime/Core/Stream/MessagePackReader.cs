namespace Koekata.Receiving
{
    /// <summary>
    /// Reads MessagePack value by value (https://github.com/msgpack/msgpack/blob/master/spec.md). Counts are checked before
    /// anything is done with them, so that no message costs more than its own bytes. Allocates nothing.
    /// </summary>
    internal sealed class MessagePackReader
    {
        const int Float32 = 0xCA;
        const int Float32Size = 5;

        readonly int[] left = new int[StreamLimits.Depth];
        readonly bool[] isMap = new bool[StreamLimits.Depth];
        byte[] data;
        int end;

        /// <summary>Where the next value begins.</summary>
        internal int Position;

        /// <summary>The type of the last value.</summary>
        internal ValueKind Kind;

        /// <summary>Bytes of a text, entries of an array, pairs of a map.</summary>
        internal int Size;

        /// <summary>Where the bytes of a text begin.</summary>
        internal int Start;

        /// <summary>The value of an int, or 1 for true.</summary>
        internal long Whole;

        /// <summary>The value of a number.</summary>
        internal double Number;

        /// <summary>Whether an int is larger than a long holds.</summary>
        internal bool Beyond;

        internal byte[] Data
        {
            get { return data; }
        }

        internal bool AtEnd
        {
            get { return Position == end; }
        }

        internal bool IsContainer
        {
            get { return Kind == ValueKind.Array || Kind == ValueKind.Map; }
        }

        internal void Begin(byte[] payload, int count)
        {
            data = payload;
            Position = 0;
            end = count;
        }

        /// <summary>
        /// Reads one value, of an array or a map only the number of its entries; false where there is none.
        /// </summary>
        internal bool Next()
        {
            if (Position >= end)
                return false;
            int head = data[Position++];
            Size = 0;
            if (head == Float32)
                return Real(4);
            if (head < 0x80 || head >= 0xE0)
                return TakeInt((sbyte)head);
            if (head < 0xC0)
                return Short(head);
            if (head >= 0xC4 && head <= 0xC9)
                return Blob(head);
            return head >= 0xCA && head <= 0xD3 ? Numeric(head) : Other(head);
        }

        /// <summary>Passes over one value with all that is in it; false where it is broken.</summary>
        internal bool Skip()
        {
            int depth = 0;
            left[0] = 1;
            isMap[0] = false;
            while (depth >= 0)
            {
                if (left[depth] == 0)
                {
                    depth--;
                    continue;
                }
                bool key = isMap[depth] && (left[depth] & 1) == 0;
                left[depth]--;
                if (!Next() || (IsContainer && (key || ++depth == StreamLimits.Depth)))
                    return false;
                if (IsContainer)
                    Enter(depth);
            }
            return true;
        }

        void Enter(int depth)
        {
            isMap[depth] = Kind == ValueKind.Map;
            left[depth] = isMap[depth] ? 2 * Size : Size;
            // Most of a frame is arrays of float32, of which there is nothing to check but that they are there.
            while (!isMap[depth] && left[depth] > 0 && end - Position >= Float32Size && data[Position] == Float32)
            {
                Position += Float32Size;
                left[depth]--;
            }
        }

        bool Short(int head)
        {
            if (head >= 0xA0)
                return Bytes(ValueKind.Text, head & 0x1F);
            return head < 0x90 ? Entries(ValueKind.Map, head & 0x0F) : Entries(ValueKind.Array, head & 0x0F);
        }

        /// <summary>bin 8 to 32, ext 8 to 32</summary>
        bool Blob(int head)
        {
            bool extension = head >= 0xC7;
            ulong size;
            if (!Count(1 << (extension ? head - 0xC7 : head - 0xC4), out size))
                return false;
            return Bytes(extension ? ValueKind.Extension : ValueKind.Binary, size + (extension ? 1u : 0u));
        }

        bool Numeric(int head)
        {
            if (head <= 0xCB)
                return Real(8);
            ulong bits;
            int bytes = 1 << (head & 3);
            if (!Count(bytes, out bits))
                return false;
            if (head >= 0xD0)
                return TakeInt((long)(bits << (64 - 8 * bytes)) >> (64 - 8 * bytes));
            TakeInt((long)bits);
            Beyond = bits > long.MaxValue;
            Number = bits;
            return true;
        }

        bool Real(int bytes)
        {
            if (end - Position < bytes)
                return false;
            Kind = ValueKind.Float;
            Number = bytes == 4 ? Bits.Float(data, Position) : Bits.Double(data, Position);
            Position += bytes;
            return true;
        }

        /// <summary>nil, bools, fixext, and str, array and map with a count of their own</summary>
        bool Other(int head)
        {
            if (head <= 0xC3)
                return Constant(head);
            if (head <= 0xD8)
                return Bytes(ValueKind.Extension, 1u + (1u << (head - 0xD4)));
            ulong size;
            if (head <= 0xDB)
                return Count(1 << (head - 0xD9), out size) && Bytes(ValueKind.Text, size);
            return Count((head & 1) == 0 ? 2 : 4, out size) && Entries(head <= 0xDD ? ValueKind.Array : ValueKind.Map, size);
        }

        bool Constant(int head)
        {
            Kind = head == 0xC0 ? ValueKind.Nil : ValueKind.Bool;
            Whole = head & 1;
            return head != 0xC1;
        }

        bool TakeInt(long value)
        {
            Kind = ValueKind.Int;
            Beyond = false;
            Whole = value;
            Number = value;
            return true;
        }

        bool Count(int bytes, out ulong found)
        {
            found = 0;
            if (end - Position < bytes)
                return false;
            found = Bits.Read(data, Position, bytes);
            Position += bytes;
            return true;
        }

        bool Bytes(ValueKind kind, ulong size)
        {
            if (size > (ulong)(end - Position))
                return false;
            Kind = kind;
            Start = Position;
            Size = (int)size;
            Position += Size;
            return kind != ValueKind.Text || Utf8.Count(data, Start, Size) >= 0;
        }

        bool Bytes(ValueKind kind, int size)
        {
            return Bytes(kind, (ulong)size);
        }

        bool Entries(ValueKind kind, ulong size)
        {
            Kind = kind;
            Size = (int)size;
            return size <= (ulong)(kind == ValueKind.Map ? StreamLimits.Keys : StreamLimits.Entries);
        }

        bool Entries(ValueKind kind, int size)
        {
            return Entries(kind, (ulong)size);
        }
    }
}
