using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Steps 7 and 8: rows meet at their targets.</summary>
    internal sealed class RowStage
    {
        readonly CompiledFormula[] formulas;
        readonly WeightPlan[] plans;
        readonly TargetRows[] targets;

        /// <summary>The formula of each row; NaN says nothing.</summary>
        internal readonly double[] Found;

        /// <summary>The weight of each row by conditions.</summary>
        internal readonly double[] Weights;

        internal RowStage(MappingTable table, Func<string, int> slot, Func<string, int> place)
        {
            Row[] rows = table.Rows;
            Found = new double[rows.Length];
            Weights = new double[rows.Length];
            formulas = Array.ConvertAll(rows, row => new CompiledFormula(row.Formula, slot));
            plans = Array.ConvertAll(
                rows, row => new WeightPlan(table.Conditions, row.During, row.Unless, table.Targets[place(row.To)].Region));
            targets = new TargetRows[table.Targets.Count];
            List<int>[] driving = RowsOf(targets.Length, rows, place);
            for (int i = 0; i < targets.Length; i++)
                targets[i] = new TargetRows(table.Targets[i], driving[i], rows);
        }

        static List<int>[] RowsOf(int targets, Row[] rows, Func<string, int> place)
        {
            var found = new List<int>[targets];
            for (int i = 0; i < targets; i++)
                found[i] = new List<int>();
            for (int i = 0; i < rows.Length; i++)
                found[place(rows[i].To)].Add(i);
            return found;
        }

        internal void Step(double[] inputs, double[] conditions, double[] values)
        {
            for (int i = 0; i < formulas.Length; i++)
            {
                Found[i] = formulas[i].Value(inputs);
                Weights[i] = plans[i].Weight(conditions);
            }
            for (int i = 0; i < targets.Length; i++)
                values[i] = targets[i].Value(Found, Weights);
        }

        /// <summary>Whether a condition weighs a row.</summary>
        internal bool Weighs(int condition, int row)
        {
            return plans[row].Has(condition);
        }
    }
}
