namespace Koekata.Mapping
{
    /// <summary>Step 4.3: a difference of the lids is a wink.</summary>
    internal sealed class WinkStage
    {
        readonly Wink rule;
        readonly int left, right;
        bool leftWinks, rightWinks;

        /// <summary>How much each eye winks.</summary>
        internal double Left, Right;

        internal WinkStage(Wink rule, int left, int right)
        {
            this.rule = rule;
            this.left = left;
            this.right = right;
        }

        internal void Step(double[] values, double dt)
        {
            double difference = values[left] - values[right];
            if (rule == null || Absent.Is(difference))
                return;
            leftWinks = Ramp.Threshold(leftWinks, difference, rule.On, rule.Off);
            rightWinks = Ramp.Threshold(rightWinks, -difference, rule.On, rule.Off);
            Left = Ramp.Fade(Left, leftWinks, dt, rule.Fade, rule.Fade);
            Right = Ramp.Fade(Right, rightWinks, dt, rule.Fade, rule.Fade);
            Shut(values, left, right, Left);
            Shut(values, right, left, Right);
        }

        void Shut(double[] values, int winking, int other, double weight)
        {
            values[winking] = values[winking] + (1.0 - values[winking]) * rule.Close * weight;
            values[other] = values[other] * (1.0 - rule.Open * weight);
        }

        /// <summary>Takes over the state where both tables have the rule.</summary>
        internal void Adopt(WinkStage old)
        {
            if (rule == null || old.rule == null)
                return;
            leftWinks = old.leftWinks;
            rightWinks = old.rightWinks;
            Left = old.Left;
            Right = old.Right;
        }
    }
}
