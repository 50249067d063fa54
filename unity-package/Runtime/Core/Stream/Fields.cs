namespace Koekata.Receiving
{
    /// <summary>
    /// Reads the keys of one message, each with its type and limits. After the first fault everything reads as zero, and
    /// <see cref="Fault"/> stays.
    /// </summary>
    internal sealed class Fields
    {
        const double LargestFloat = float.MaxValue;

        readonly MessagePackReader reader = new MessagePackReader();
        readonly MessageMap map;

        internal Fields()
        {
            map = new MessageMap(reader);
        }

        internal StreamFault Fault;

        /// <summary>The key with the fault.</summary>
        internal MessageKey At;

        /// <summary>The bytes of the message.</summary>
        internal byte[] Data
        {
            get { return reader.Data; }
        }

        internal bool Good
        {
            get { return Fault == StreamFault.None; }
        }

        internal void Begin(byte[] payload, int count)
        {
            Fault = StreamFault.None;
            if (count > StreamLimits.Payload)
                Fault = StreamFault.TooLarge;
            else if (!map.Index(payload, count))
                Fault = StreamFault.Malformed;
        }

        internal void Refuse(StreamFault fault, MessageKey key)
        {
            if (!Good)
                return;
            Fault = fault;
            At = key;
        }

        internal bool Has(MessageKey key)
        {
            return map.Has(key);
        }

        /// <summary>An int, not a bool and not a float.</summary>
        internal long Integer(MessageKey key, long low = 0, long high = long.MaxValue)
        {
            return Find(key) && IsInt(key, low, high) ? reader.Whole : 0;
        }

        /// <summary>A finite float; an int will do.</summary>
        internal double Number(MessageKey key, double low = double.MinValue, double high = double.MaxValue)
        {
            return Find(key) && IsNumber(key, low, high) ? reader.Number : 0.0;
        }

        /// <summary>A bool, not an int.</summary>
        internal bool Flag(MessageKey key)
        {
            return Find(key) && Is(ValueKind.Bool, key) && reader.Whole == 1;
        }

        /// <summary>As many finite floats as <paramref name="length"/> says.</summary>
        internal void Numbers(MessageKey key, double[] target, int length, double low = -LargestFloat, double high = LargestFloat)
        {
            if (Entries(key) != length)
                Refuse(StreamFault.Length, key);
            for (int i = 0; i < length && Good; i++)
            {
                reader.Next();
                if (IsNumber(key, low, high))
                    target[i] = reader.Number;
            }
        }

        /// <summary>The ints of an array; their number.</summary>
        internal int Integers(MessageKey key, int[] target, int high)
        {
            int count = Entries(key);
            for (int i = 0; i < count && Good; i++)
            {
                reader.Next();
                if (IsInt(key, 0, high) && i < target.Length)
                    target[i] = (int)reader.Whole;
            }
            if (count > target.Length)
                Refuse(StreamFault.OutOfRange, key);
            return count;
        }

        /// <summary>The number of entries of an array.</summary>
        internal int Entries(MessageKey key)
        {
            return Find(key) && Is(ValueKind.Array, key) ? reader.Size : 0;
        }

        /// <summary>The text of a key: its number of bytes, which begin at <paramref name="start"/>.</summary>
        internal int Text(MessageKey key, int longest, out int start)
        {
            start = 0;
            return Find(key) ? TextHere(key, 0, longest, out start) : 0;
        }

        /// <summary>As <see cref="Text"/>; -1 for nil.</summary>
        internal int TextOrNil(MessageKey key, int longest, out int start)
        {
            start = 0;
            if (!Find(key) || reader.Kind == ValueKind.Nil)
                return -1;
            return TextHere(key, 0, longest, out start);
        }

        /// <summary>The next entry of an array, as text.</summary>
        internal int NextText(MessageKey key, int longest, out int start)
        {
            start = 0;
            return Good && reader.Next() ? TextHere(key, 1, longest, out start) : 0;
        }

        /// <summary>Where the value of a key that was read last ends.</summary>
        internal int End
        {
            get { return reader.Position; }
        }

        int TextHere(MessageKey key, int shortest, int longest, out int start)
        {
            start = reader.Start;
            if (!Is(ValueKind.Text, key))
                return 0;
            int count = Utf8.Count(reader.Data, reader.Start, reader.Size);
            if (count < shortest || count > longest)
                Refuse(StreamFault.OutOfRange, key);
            return reader.Size;
        }

        bool Find(MessageKey key)
        {
            if (!Good)
                return false;
            if (!map.Has(key))
            {
                Refuse(StreamFault.MissingKey, key);
                return false;
            }
            map.Read(key);
            return true;
        }

        bool Is(ValueKind kind, MessageKey key)
        {
            if (reader.Kind == kind)
                return true;
            Refuse(StreamFault.WrongType, key);
            return false;
        }

        bool IsInt(MessageKey key, long low, long high)
        {
            if (!Is(ValueKind.Int, key))
                return false;
            if (!reader.Beyond && reader.Whole >= low && reader.Whole <= high)
                return true;
            Refuse(StreamFault.OutOfRange, key);
            return false;
        }

        bool IsNumber(MessageKey key, double low, double high)
        {
            StreamFault fault = StreamFault.None;
            if (reader.Kind != ValueKind.Float && reader.Kind != ValueKind.Int)
                fault = StreamFault.WrongType;
            else if (double.IsNaN(reader.Number) || double.IsInfinity(reader.Number))
                fault = StreamFault.NotFinite;
            else if (reader.Number < low || reader.Number > high)
                fault = StreamFault.OutOfRange;
            if (fault != StreamFault.None)
                Refuse(fault, key);
            return fault == StreamFault.None;
        }
    }
}
