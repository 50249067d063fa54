using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>A choice of a switch: its score, and what it sets.</summary>
    internal sealed class CompiledChoice
    {
        internal readonly Choice Choice;
        readonly CompiledFormula formula;
        readonly WeightPlan plan;
        readonly PlacedValue[] pose;

        internal CompiledChoice(Choice choice, Switch owner, MappingTable table, Func<string, int> slot, Func<string, int> place)
        {
            Choice = choice;
            formula = new CompiledFormula(choice.Formula, slot);
            plan = new WeightPlan(table.Conditions, choice.During, choice.Unless, null);
            pose = WholePose(owner, table, place);
        }

        /// <summary>NaN says nothing.</summary>
        internal double Score(double[] inputs, double[] conditions)
        {
            return formula.Value(inputs) * plan.Weight(conditions);
        }

        internal void Show(double[] values)
        {
            for (int i = 0; i < pose.Length; i++)
                values[pose[i].Place] = pose[i].Value;
        }

        /// <summary>All targets of the switch, at rest where this choice says nothing.</summary>
        PlacedValue[] WholePose(Switch owner, MappingTable table, Func<string, int> place)
        {
            var whole = new Dictionary<int, double>();
            foreach (Choice other in owner.Choices)
                foreach (PoseValue value in other.Pose)
                    whole[place(value.Target)] = table.Targets[place(value.Target)].Rest;
            foreach (PoseValue value in Choice.Pose)
                whole[place(value.Target)] = value.Value;
            var found = new List<PlacedValue>();
            foreach (KeyValuePair<int, double> value in whole)
                found.Add(new PlacedValue(value.Key, value.Value));
            return found.ToArray();
        }
    }
}
