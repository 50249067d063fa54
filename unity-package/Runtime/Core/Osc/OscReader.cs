namespace Koekata.Receiving
{
    /// <summary>Walks the messages of a datagram, through bundles in bundles. Allocates nothing.</summary>
    internal sealed class OscReader
    {
        const string BundleHead = "#bundle\0";
        const int HeadSize = 16;
        const int Deepest = 4;
        const ulong Immediately = 1;
        const ulong UnixToNtp = 2208988800;

        readonly OscMessage message = new OscMessage();
        readonly IOscSink sink;
        byte[] data;

        internal OscReader(IOscSink sink)
        {
            this.sink = sink;
        }

        /// <summary>False where a part is broken; messages before it were taken.</summary>
        internal bool Read(byte[] datagram, int count)
        {
            data = datagram;
            return Element(0, count, 0.0, 0);
        }

        bool Element(int start, int end, double sentS, int depth)
        {
            if (Ascii.Begins(data, start, end - start, BundleHead))
                return depth < Deepest && Bundle(start, end, depth + 1);
            if (!message.Read(data, start, end))
                return false;
            sink.Take(message, sentS);
            return true;
        }

        bool Bundle(int start, int end, int depth)
        {
            if (end - start < HeadSize)
                return false;
            double sent = UnixSeconds(Bits.Read(data, start + 8, 8));
            int at = start + HeadSize;
            while (at + 4 <= end)
            {
                int size = Bits.Int32(data, at);
                at += 4;
                if (size < 4 || size % 4 != 0 || size > end - at || !Element(at, at + size, sent, depth))
                    return false;
                at += size;
            }
            return at == end;
        }

        /// <summary>Unix time of a time tag; 0 for "immediately".</summary>
        static double UnixSeconds(ulong tag)
        {
            if (tag == Immediately)
                return 0.0;
            ulong seconds = tag >> 32;
            return seconds < UnixToNtp ? 0.0 : seconds - UnixToNtp + (tag & 0xFFFFFFFF) / 4294967296.0;
        }
    }
}
