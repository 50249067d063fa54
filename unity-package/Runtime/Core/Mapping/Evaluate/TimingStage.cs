using System;

namespace Koekata.Mapping
{
    /// <summary>Step 14, of one target: attack and release, poses that values stick to, holds on twos and threes.</summary>
    internal sealed class TimingStage
    {
        // Takes up the rounding of times that are meant to lie on a frame.
        const double Slack = 1e-6;

        // A value that changes its sign is as far from rest as before, but for rounding.
        const double Nearer = 1e-9;

        readonly Region region;
        readonly double rest;
        readonly bool smooth;
        readonly EasedStep attack, release;
        double eased = double.NaN, pose = double.NaN, held = double.NaN, slot = double.NaN;

        /// <param name="target">The target.</param>
        /// <param name="region">Null without a region; the state is kept for a table that has one again.</param>
        internal TimingStage(Target target, Region region)
        {
            this.region = region;
            rest = target.Rest;
            smooth = target.Kind != TargetKind.Sprite;
            attack = new EasedStep(region == null ? 0.0 : region.Attack);
            release = new EasedStep(region == null ? 0.0 : region.Release);
        }

        internal double Step(double v, double dt, double now)
        {
            if (region == null)
                return v;
            if (smooth)
            {
                v = Ease(v, dt);
                if (region.Snap.Length > 0)
                    v = Snap(v);
            }
            return region.HoldFrames > 1 ? Hold(v, now) : v;
        }

        double Ease(double v, double dt)
        {
            double s = Absent.Is(eased) ? v : eased;
            EasedStep step = Math.Abs(v - rest) > Math.Abs(s - rest) + Nearer ? attack : release;
            eased = step.From(s, v, dt);
            return eased;
        }

        double Snap(double s)
        {
            // A comparison with a pose of NaN, which is none, is false.
            if (Math.Abs(s - pose) <= region.SnapLeave)
                return pose;
            double nearest = region.Snap[0];
            for (int i = 1; i < region.Snap.Length; i++)
                if (Math.Abs(s - region.Snap[i]) < Math.Abs(s - nearest))
                    nearest = region.Snap[i];
            bool near = Math.Abs(s - nearest) <= region.SnapWithin;
            pose = near ? nearest : double.NaN;
            return near ? nearest : s;
        }

        double Hold(double v, double now)
        {
            double here = Math.Floor((now * region.Rate - region.Phase) / region.HoldFrames + Slack);
            if (Absent.Is(held) || here != slot)
                held = v;
            slot = here;
            return held;
        }

        /// <summary>Takes over the state; the slot is forgotten where the time line changed.</summary>
        internal void Adopt(TimingStage old)
        {
            eased = old.eased;
            pose = old.pose;
            held = old.held;
            slot = SameTimeLine(region, old.region) ? old.slot : double.NaN;
        }

        static bool SameTimeLine(Region a, Region b)
        {
            return a != null && b != null && a.Rate == b.Rate && a.Phase == b.Phase && a.HoldFrames == b.HoldFrames;
        }
    }
}
