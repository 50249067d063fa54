using System;

namespace Koekata.Mapping
{
    /// <summary>Step 4: the rules for lids and gaze, in their order.</summary>
    internal sealed class EyeStage
    {
        readonly Eyes rules;
        readonly EyeSlots left, right;
        readonly FarEyeStage farEye;
        readonly GazeHoldStage leftHold, rightHold;
        internal readonly WinkStage Winks;

        internal EyeStage(Eyes rules, Func<string, int> slot)
        {
            this.rules = rules;
            left = new EyeSlots(slot, "Left");
            right = new EyeSlots(slot, "Right");
            farEye = rules.FarEye == null ? null : new FarEyeStage(rules.FarEye, left, right, slot("headYaw"));
            Winks = new WinkStage(rules.Wink, left.Blink, right.Blink);
            leftHold = new GazeHoldStage(rules.GazeHold, left);
            rightHold = new GazeHoldStage(rules.GazeHold, right);
        }

        internal void Step(double[] values, double dt)
        {
            if (rules.Glasses != null)
            {
                SeeThrough(values, left);
                SeeThrough(values, right);
            }
            if (farEye != null)
                farEye.Step(values);
            Winks.Step(values, dt);
            if (rules.Link != 0.0)
                Link(values);
            if (rules.Gaze != null)
            {
                Limit(values, left);
                Limit(values, right);
            }
            leftHold.Step(values, dt);
            rightHold.Step(values, dt);
        }

        internal void Adopt(EyeStage old)
        {
            Winks.Adopt(old.Winks);
            leftHold.Adopt(old.leftHold);
            rightHold.Adopt(old.rightHold);
        }

        // Step 4.1. NaN stays NaN in all three.
        void SeeThrough(double[] values, EyeSlots side)
        {
            Glasses rule = rules.Glasses;
            values[side.Blink] = Ramp.Clamp((values[side.Blink] - rule.Open) / (rule.Closed - rule.Open), 0.0, 1.0);
            values[side.Squint] *= rule.Trust;
            values[side.Wide] *= rule.Trust;
        }

        // Step 4.4.
        void Link(double[] values)
        {
            double l = values[left.Blink], r = values[right.Blink];
            if (Absent.Is(l) || Absent.Is(r))
                return;
            double most = l > r ? l : r;
            double share = rules.Link * (1.0 - (Winks.Left > Winks.Right ? Winks.Left : Winks.Right));
            values[left.Blink] = l + (most - l) * share;
            values[right.Blink] = r + (most - r) * share;
        }

        // Step 4.5.
        void Limit(double[] values, EyeSlots side)
        {
            values[side.Yaw] = Limited(values[side.Yaw], rules.Gaze.Left, rules.Gaze.Right);
            values[side.Pitch] = Limited(values[side.Pitch], rules.Gaze.Up, rules.Gaze.Down);
        }

        static double Limited(double angle, GazeDirection positive, GazeDirection negative)
        {
            if (angle > 0.0)
                return Math.Min(angle * positive.Gain, positive.Limit);
            return angle < 0.0 ? -Math.Min(-angle * negative.Gain, negative.Limit) : angle;
        }
    }
}
