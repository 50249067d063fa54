using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Step 6: what is on or off.</summary>
    internal sealed class ConditionStage
    {
        readonly Condition[] conditions;
        readonly CompiledTerm[] sources;
        readonly Dictionary<string, int> triggers = new Dictionary<string, int>();
        readonly Counters counters;
        readonly bool[] on;
        readonly double[] elapsed;

        /// <summary>How much each condition is on.</summary>
        internal readonly double[] Weights;

        internal ConditionStage(Condition[] conditions, Func<string, int> slot, Counters counters)
        {
            this.conditions = conditions;
            this.counters = counters;
            on = new bool[conditions.Length];
            elapsed = new double[conditions.Length];
            Weights = new double[conditions.Length];
            sources = new CompiledTerm[conditions.Length];
            for (int i = 0; i < conditions.Length; i++)
                if (conditions[i].When == null)
                    triggers[conditions[i].Id] = i;
                else
                    sources[i] = new CompiledTerm(conditions[i].When, slot(conditions[i].When.Of));
        }

        internal void Step(double[] values, List<Firing> firings, double dt)
        {
            for (int i = 0; i < conditions.Length; i++)
                Decide(i, values, dt);
            for (int i = 0; i < firings.Count; i++)
                Fire(firings[i]);
            for (int i = 0; i < conditions.Length; i++)
                Weights[i] = Ramp.Fade(Weights[i], on[i], dt, conditions[i].FadeIn, conditions[i].FadeOut);
        }

        void Decide(int i, double[] values, double dt)
        {
            Condition condition = conditions[i];
            if (condition.When != null)
                on[i] = Ramp.Threshold(on[i], sources[i].Read(values), condition.On, condition.Off);
            else if (on[i] && condition.Duration > 0.0)
            {
                elapsed[i] += dt;
                on[i] = elapsed[i] < condition.Duration;
            }
        }

        void Fire(Firing firing)
        {
            int i;
            bool known = firing.Action >= TriggerAction.On && firing.Action <= TriggerAction.Toggle;
            if (!known || firing.Id == null || !triggers.TryGetValue(firing.Id, out i))
            {
                counters.BadFire++;
                return;
            }
            on[i] = firing.Action == TriggerAction.On || (firing.Action == TriggerAction.Toggle && !on[i]);
            if (on[i])
                elapsed[i] = 0.0;
        }

        /// <summary>Takes over the state of conditions of the same id and of the same sort.</summary>
        internal void Adopt(ConditionStage old)
        {
            for (int i = 0; i < conditions.Length; i++)
            {
                int mine = i;
                int theirs = Array.FindIndex(old.conditions, other => SameSort(conditions[mine], other));
                if (theirs < 0)
                    continue;
                on[mine] = old.on[theirs];
                elapsed[mine] = old.elapsed[theirs];
                Weights[mine] = old.Weights[theirs];
            }
        }

        static bool SameSort(Condition a, Condition b)
        {
            return a.Id == b.Id && (a.When == null) == (b.When == null);
        }
    }
}
