namespace Koekata.Mapping
{
    /// <summary>Step 4.6, of one eye: while it is shut, its gaze stays where it was.</summary>
    internal sealed class GazeHoldStage
    {
        readonly GazeHold rule;
        readonly int blink;
        readonly int[] gaze;
        readonly double[] kept, back, last;
        bool shut;

        internal GazeHoldStage(GazeHold rule, EyeSlots slots)
        {
            this.rule = rule;
            blink = slots.Blink;
            gaze = slots.Gaze;
            kept = new double[gaze.Length];
            back = new double[gaze.Length];
            last = new double[gaze.Length];
            for (int i = 0; i < gaze.Length; i++)
                kept[i] = last[i] = double.NaN;
        }

        internal void Step(double[] values, double dt)
        {
            if (rule == null)
                return;
            if (!Absent.Is(values[blink]))
            {
                bool was = shut;
                shut = Ramp.Threshold(was, values[blink], rule.On, rule.Off);
                for (int i = 0; i < gaze.Length; i++)
                    values[gaze[i]] = Held(i, values[gaze[i]], shut && !was, dt);
            }
            for (int i = 0; i < gaze.Length; i++)
                last[i] = values[gaze[i]];
        }

        double Held(int i, double x, bool closing, double dt)
        {
            if (Absent.Is(x))
            {
                kept[i] = double.NaN;
                return x;
            }
            if (closing)
                kept[i] = Absent.Is(last[i]) ? x : last[i];
            if (Absent.Is(kept[i]))
                return x;
            if (shut)
            {
                back[i] = 0.0;
                return kept[i];
            }
            back[i] += dt;
            if (back[i] < rule.Return)
                return kept[i] + (x - kept[i]) * (back[i] / rule.Return);
            kept[i] = double.NaN;
            return x;
        }

        /// <summary>Takes over the state where both tables have the rule.</summary>
        internal void Adopt(GazeHoldStage old)
        {
            if (rule == null || old.rule == null)
                return;
            shut = old.shut;
            old.kept.CopyTo(kept, 0);
            old.back.CopyTo(back, 0);
            old.last.CopyTo(last, 0);
        }
    }
}
