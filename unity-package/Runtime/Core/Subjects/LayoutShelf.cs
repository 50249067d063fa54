namespace Koekata.Receiving
{
    /// <summary>The last few layouts of a performer in a session.</summary>
    internal sealed class LayoutShelf
    {
        const int Kept = 4;

        readonly StreamLayout[] layouts = new StreamLayout[Kept];
        int next;

        internal void Clear()
        {
            System.Array.Clear(layouts, 0, Kept);
        }

        /// <summary>Takes note of a layout; nothing is allocated for one that is known.</summary>
        internal void Learn(LayoutMessage message)
        {
            int place = Place(message.Number);
            if (place >= 0 && layouts[place].IsOf(message))
                return;
            if (place < 0)
            {
                place = next;
                next = (next + 1) % Kept;
            }
            layouts[place] = new StreamLayout(message);
        }

        /// <summary>The layout that a frame follows; null where it is unknown or has another number of names.</summary>
        internal StreamLayout Of(FrameMessage frame)
        {
            int place = Place(frame.Layout);
            return place >= 0 && layouts[place].Count == frame.Count ? layouts[place] : null;
        }

        int Place(long number)
        {
            for (int i = 0; i < Kept; i++)
                if (layouts[i] != null && layouts[i].Number == number)
                    return i;
            return -1;
        }
    }
}
