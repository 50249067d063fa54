using System;

namespace Koekata.Mapping
{
    /// <summary>Step 9, of one switch: the choice with the highest score is shown.</summary>
    internal sealed class SwitchStage
    {
        const int None = -1;

        readonly Switch rule;
        readonly CompiledChoice[] choices;
        readonly double[] scores;
        int current = None;
        double since;

        internal SwitchStage(Switch rule, MappingTable table, Func<string, int> slot, Func<string, int> place)
        {
            this.rule = rule;
            choices = Array.ConvertAll(rule.Choices, choice => new CompiledChoice(choice, rule, table, slot, place));
            scores = new double[choices.Length];
        }

        /// <summary>Chooses, and writes what the shown choice sets into `values`.</summary>
        internal void Step(double[] inputs, double[] conditions, double[] values, double dt)
        {
            since += dt;
            int best = Best(inputs, conditions);
            if (best != None && best != current && MayChange(best))
            {
                current = best;
                since = 0.0;
            }
            if (current != None)
                choices[current].Show(values);
        }

        int Best(double[] inputs, double[] conditions)
        {
            int best = None;
            for (int i = 0; i < choices.Length; i++)
            {
                scores[i] = choices[i].Score(inputs, conditions);
                bool says = !Absent.Is(scores[i]);
                if (says && (best == None || scores[i] > scores[best]))
                    best = i;
            }
            return best;
        }

        bool MayChange(int best)
        {
            if (current == None)
                return true;
            double score = scores[current];
            bool enough = Absent.Is(score) || scores[best] > score + rule.Hysteresis;
            return enough && since >= choices[current].Choice.Hold;
        }

        /// <summary>The id of the shown choice, null before the first.</summary>
        internal string Shown
        {
            get { return current == None ? null : choices[current].Choice.Id; }
        }

        internal bool Owns(string target)
        {
            return Array.Exists(rule.Choices, choice => Array.Exists(choice.Pose, value => value.Target == target));
        }

        /// <summary>Takes over what is shown, where this table has the choice, too.</summary>
        internal void Adopt(SwitchStage[] old)
        {
            SwitchStage same = Array.Find(old, other => other.rule.Id == rule.Id);
            if (same == null || same.current == None)
                return;
            string shown = same.choices[same.current].Choice.Id;
            current = Array.FindIndex(choices, choice => choice.Choice.Id == shown);
            since = current == None ? 0.0 : same.since;
        }
    }
}
