using System.Threading;

namespace Koekata.Receiving
{
    /// <summary>
    /// Hands packets from one thread to another: no lock, no waiting, no allocation. When the reader stands still, the
    /// oldest packets make way for the newest. Each side owns one packet and trades it for the one in a place of the ring,
    /// so that no packet is ever in two hands.
    /// </summary>
    public sealed class PacketRing
    {
        readonly Packet[] places;
        Packet spare = new Packet();
        Packet taken = new Packet();
        long written, read;

        /// <summary>A ring with room for so many packets.</summary>
        public PacketRing(int capacity)
        {
            places = new Packet[capacity];
            for (int i = 0; i < capacity; i++)
                places[i] = new Packet { Number = -1 };
        }

        /// <summary>The writer's packet, to be filled before <see cref="Write"/>.</summary>
        public Packet Spare
        {
            get { return spare; }
        }

        /// <summary>The reader's packet after <see cref="Take"/>; good until the next call.</summary>
        public Packet Taken
        {
            get { return taken; }
        }

        /// <summary>Packets that were overwritten before the reader came; the reader's count.</summary>
        public long Overrun { get; private set; }

        /// <summary>Packets that were written.</summary>
        public long Written
        {
            get { return Interlocked.Read(ref written); }
        }

        /// <summary>Gives the spare packet to the reader. For the writer's thread only.</summary>
        public void Write()
        {
            spare.Number = written;
            spare = Interlocked.Exchange(ref places[written % places.Length], spare);
            Interlocked.Increment(ref written);
        }

        /// <summary>Takes the next packet; false when there is none. For the reader's thread only.</summary>
        public bool Take()
        {
            long end = Interlocked.Read(ref written);
            if (end - read > places.Length)
            {
                Overrun += end - places.Length - read;
                read = end - places.Length;
            }
            while (read < end)
            {
                taken.Number = -1;
                taken = Interlocked.Exchange(ref places[read % places.Length], taken);
                read++;
                if (taken.Number >= 0)
                    return true;
                // The writer came round meanwhile, and what stood here was taken as a later packet.
                Overrun++;
            }
            return false;
        }
    }
}
