namespace Koekata.Mapping
{
    /// <summary>Step 3.1 to 3.3: inputs that are lost are held and eased to rest; those that come back are eased, too.</summary>
    internal sealed class LossStage
    {
        readonly Input[] inputs;
        readonly Lost lost;
        readonly double[] outs, from, age, since;
        readonly bool[] missing;

        internal LossStage(Input[] inputs, Lost lost)
        {
            this.inputs = inputs;
            this.lost = lost;
            outs = NewAbsent(inputs.Length);
            from = NewAbsent(inputs.Length);
            age = new double[inputs.Length];
            since = new double[inputs.Length];
            missing = new bool[inputs.Length];
        }

        /// <summary>Writes every input into `values`; NaN is absent.</summary>
        internal void Step(Presence presence, double dt, double[] values)
        {
            for (int i = 0; i < outs.Length; i++)
            {
                if (presence.Here[i])
                    Follow(i, presence.Values[i], dt);
                else if (!Absent.Is(outs[i]))
                    Lose(i, dt);
                values[i] = outs[i];
            }
        }

        /// <summary>A blink of the idle in place of an input.</summary>
        internal void Blink(int i, double blink, double lostFor, double[] values)
        {
            if (Absent.Is(outs[i]))
            {
                missing[i] = true;
                from[i] = 0.0;
                age[i] = lostFor;
            }
            outs[i] = values[i] = blink;
        }

        void Follow(int i, double x, double dt)
        {
            if (missing[i])
            {
                from[i] = outs[i];
                since[i] = 0.0;
                missing[i] = false;
            }
            since[i] += dt;
            if (!Absent.Is(from[i]) && since[i] < lost.Return)
            {
                outs[i] = from[i] + (x - from[i]) * (since[i] / lost.Return);
                return;
            }
            outs[i] = x;
            from[i] = double.NaN;
        }

        void Lose(int i, double dt)
        {
            if (!missing[i])
            {
                from[i] = outs[i];
                age[i] = 0.0;
                missing[i] = true;
            }
            age[i] += dt;
            outs[i] = from[i] + (inputs[i].Rest - from[i]) * Eased(age[i]);
        }

        double Eased(double seconds)
        {
            if (lost.To == LostTo.Hold || seconds < lost.Hold)
                return 0.0;
            double share = (seconds - lost.Hold) / lost.Ease;
            return lost.Ease == 0.0 || share > 1.0 ? 1.0 : share;
        }

        /// <summary>Takes over the state of an input of the same name.</summary>
        internal void Adopt(int mine, LossStage other, int theirs)
        {
            outs[mine] = other.outs[theirs];
            from[mine] = other.from[theirs];
            age[mine] = other.age[theirs];
            since[mine] = other.since[theirs];
            missing[mine] = other.missing[theirs];
        }

        static double[] NewAbsent(int count)
        {
            var found = new double[count];
            for (int i = 0; i < count; i++)
                found[i] = double.NaN;
            return found;
        }
    }
}
