namespace Koekata.Receiving
{
    /// <summary>
    /// One OSC message (https://opensoundcontrol.stanford.edu/spec-1_0.html) as places in a datagram; one object, filled anew.
    /// Arguments are read up to the first of a type that is not known here.
    /// </summary>
    internal sealed class OscMessage
    {
        const int Most = 16;

        readonly int[] places = new int[Most];
        readonly char[] tags = new char[Most];

        internal byte[] Data { get; private set; }

        /// <summary>Where the address begins.</summary>
        internal int Address { get; private set; }

        /// <summary>Bytes of the address.</summary>
        internal int AddressSize { get; private set; }

        /// <summary>Arguments that could be read.</summary>
        internal int Count { get; private set; }

        /// <summary>False where these bytes are no message.</summary>
        internal bool Read(byte[] data, int start, int end)
        {
            Data = data;
            Address = start;
            AddressSize = TextSize(start, end);
            Count = 0;
            int types = start + Padded(AddressSize);
            if (AddressSize < 1 || data[start] != '/')
                return false;
            // Very old senders leave the types out: a message without arguments.
            if (types >= end)
                return types == end;
            int size = TextSize(types, end);
            return size >= 1 && data[types] == ',' && ReadArguments(types + 1, size - 1, types + Padded(size), end);
        }

        /// <summary>Whether the arguments begin with these types; n is any number, b a bool.</summary>
        internal bool Has(string types)
        {
            if (Count < types.Length)
                return false;
            for (int i = 0; i < types.Length; i++)
                if (!Fits(types[i], tags[i]))
                    return false;
            return true;
        }

        internal bool Flag(int index)
        {
            return tags[index] == 'T';
        }

        internal double Number(int index)
        {
            int place = places[index];
            switch (tags[index])
            {
                case 'f':
                    return Bits.Float(Data, place);
                case 'd':
                    return Bits.Double(Data, place);
                case 'h':
                    return (long)Bits.Read(Data, place, 8);
                default:
                    return Bits.Int32(Data, place);
            }
        }

        internal long Whole(int index)
        {
            return tags[index] == 'h' ? (long)Bits.Read(Data, places[index], 8) : Bits.Int32(Data, places[index]);
        }

        internal int TextStart(int index)
        {
            return places[index];
        }

        internal int TextLength(int index)
        {
            int end = places[index];
            while (Data[end] != 0)
                end++;
            return end - places[index];
        }

        static bool Fits(char wanted, char found)
        {
            if (wanted == 'n')
                return found == 'f' || found == 'd' || found == 'i' || found == 'h';
            return wanted == 'b' ? found == 'T' || found == 'F' : wanted == found;
        }

        bool ReadArguments(int types, int count, int place, int end)
        {
            for (int i = 0; i < count && Count < Most; i++)
            {
                char tag = (char)Data[types + i];
                int size = SizeOf(tag, place, end);
                if (size == Unknown)
                    return true;
                if (size < 0 || place + size > end)
                    return false;
                tags[Count] = tag;
                places[Count++] = place;
                place += size;
            }
            return true;
        }

        const int Broken = -1;
        const int Unknown = -2;

        int SizeOf(char tag, int place, int end)
        {
            if (tag == 'f' || tag == 'i')
                return 4;
            if (tag == 'd' || tag == 'h')
                return 8;
            if (tag == 'T' || tag == 'F')
                return 0;
            if (tag != 's')
                return Unknown;
            int size = TextSize(place, end);
            return size < 0 ? Broken : Padded(size);
        }

        /// <summary>Bytes before the zero that ends a text; -1 where none does, or the padding is cut off.</summary>
        int TextSize(int start, int end)
        {
            int at = start;
            while (at < end && Data[at] != 0)
                at++;
            return at == end || start + Padded(at - start) > end ? Broken : at - start;
        }

        static int Padded(int size)
        {
            return (size / 4 + 1) * 4;
        }
    }
}
