namespace Koekata.Mapping
{
    /// <summary>Steps 3.4 and 3.5: blinks while the face is lost, at intervals that a seed decides.</summary>
    internal sealed class Idle
    {
        const double Range = 4294967296.0;

        readonly Lost lost;
        readonly IdleBlink blink;
        uint random;
        double next = double.NaN;

        /// <summary>Seconds since the face was lost.</summary>
        internal double LostFor;

        internal Idle(Lost lost)
        {
            this.lost = lost;
            blink = lost.Idle;
            random = blink.Seed;
        }

        /// <summary>The blink, NaN where there is no idle.</summary>
        internal double Step(bool tracked, double dt)
        {
            if (tracked)
            {
                LostFor = 0.0;
                next = double.NaN;
                return double.NaN;
            }
            LostFor += dt;
            double begin = lost.Hold + lost.Ease;
            return lost.To != LostTo.Idle || LostFor < begin ? double.NaN : Shape(Phase(LostFor - begin));
        }

        /// <summary>Seconds since the blink began; negative before it.</summary>
        double Phase(double now)
        {
            double length = blink.Close + blink.Shut + blink.Open;
            if (Absent.Is(next))
                next = Draw();
            while (now >= next + length)
                next = next + length + Draw();
            return now - next;
        }

        double Shape(double phase)
        {
            if (phase < 0.0)
                return 0.0;
            if (phase < blink.Close)
                return phase / blink.Close;
            if (phase < blink.Close + blink.Shut)
                return 1.0;
            // Without a time to open, rounding alone leads here, and a quotient would be 0 / 0.
            double open = blink.Open == 0.0 ? 0.0 : 1.0 - (phase - blink.Close - blink.Shut) / blink.Open;
            return open < 0.0 ? 0.0 : open;
        }

        /// <summary>A linear congruential generator (the constants of Numerical Recipes), the same in every language.</summary>
        double Draw()
        {
            random = unchecked(1664525u * random + 1013904223u);
            return blink.Shortest + (blink.Longest - blink.Shortest) * (random / Range);
        }

        /// <summary>Takes over the state; another seed begins its own sequence.</summary>
        internal void Adopt(Idle other)
        {
            LostFor = other.LostFor;
            next = other.next;
            if (blink.Seed == other.blink.Seed)
                random = other.random;
        }
    }
}
