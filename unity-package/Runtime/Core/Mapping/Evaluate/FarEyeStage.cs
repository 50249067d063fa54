using System;

namespace Koekata.Mapping
{
    /// <summary>Step 4.2: in a turned head the far eye follows the near one.</summary>
    internal sealed class FarEyeStage
    {
        readonly FarEye rule;
        readonly int yaw;
        readonly int[] left, leftLeaders, right, rightLeaders;

        internal FarEyeStage(FarEye rule, EyeSlots left, EyeSlots right, int yaw)
        {
            this.rule = rule;
            this.yaw = yaw;
            this.left = left.Followers();
            this.right = right.Followers();
            leftLeaders = right.Leaders();
            rightLeaders = left.Leaders();
        }

        internal void Step(double[] values)
        {
            double turned = values[yaw];
            if (Absent.Is(turned))
                return;
            double share = Ramp.Clamp((Math.Abs(turned) - rule.From) / (rule.To - rule.From), 0.0, 1.0);
            if (turned > 0.0)
                Follow(values, left, leftLeaders, share);
            else
                Follow(values, right, rightLeaders, share);
        }

        static void Follow(double[] values, int[] far, int[] near, double share)
        {
            for (int i = 0; i < far.Length; i++)
            {
                double v = values[far[i]], n = values[near[i]];
                if (!Absent.Is(v) && !Absent.Is(n))
                    values[far[i]] = v + (n - v) * share;
            }
        }
    }
}
