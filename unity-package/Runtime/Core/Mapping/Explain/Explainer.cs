using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace Koekata.Mapping
{
    /// <summary>Says why a target has its value: raw, input, signal, row, condition, pose, group, final. It allocates.</summary>
    public sealed class Explainer
    {
        readonly Evaluator evaluator;

        // Signals that many others use are explained once.
        readonly Dictionary<string, SourceValue> known = new Dictionary<string, SourceValue>();

        /// <summary>Explains frames of an evaluator whose <see cref="Evaluator.Tracing"/> is on.</summary>
        public Explainer(Evaluator evaluator)
        {
            this.evaluator = evaluator;
        }

        /// <summary>Explains a target's value in the last frame.</summary>
        /// <exception cref="KeyNotFoundException">The table has no such target.</exception>
        /// <exception cref="InvalidOperationException">The last frame was not traced.</exception>
        public Explanation Explain(string target)
        {
            int place = evaluator.Outputs.Index(target);
            if (place < 0)
                throw new KeyNotFoundException("the table has no target \"" + target + "\"");
            Trace trace = evaluator.Trace;
            if (trace == null)
                throw new InvalidOperationException("the last frame was not traced: set Tracing before Step");
            known.Clear();
            return new Explanation(target, Rows(target).AsReadOnly())
            {
                Combined = trace.Combined[place],
                Shown = evaluator.Stages.Targets.ShownFor(target),
                Posed = trace.Posed[place],
                Ranged = trace.Ranged[place],
                Damped = trace.Damped[place],
                Excluded = trace.Excluded[place],
                Final = evaluator.Outputs.Values[place],
            };
        }

        List<RowShare> Rows(string target)
        {
            var found = new List<RowShare>();
            Row[] rows = evaluator.Table.Rows;
            for (int i = 0; i < rows.Length; i++)
                if (rows[i].To == target)
                    found.Add(Share(i, rows[i]));
            return found;
        }

        RowShare Share(int index, Row row)
        {
            RowStage all = evaluator.Stages.Targets.Rows;
            var conditions = new List<ConditionShare>();
            for (int i = 0; i < evaluator.Table.Conditions.Length; i++)
                if (all.Weighs(i, index))
                    conditions.Add(Condition(i, row));
            return new RowShare(row.Id)
            {
                Sources = Sources(row.Formula),
                Value = all.Found[index],
                Weight = all.Weights[index],
                Conditions = conditions.AsReadOnly(),
            };
        }

        ConditionShare Condition(int index, Row row)
        {
            string id = evaluator.Table.Conditions[index].Id;
            ConditionUse use = ConditionUse.Suppress;
            if (Array.IndexOf(row.During, id) >= 0)
                use = ConditionUse.While;
            else if (Array.IndexOf(row.Unless, id) >= 0)
                use = ConditionUse.Unless;
            return new ConditionShare(id, use, evaluator.Stages.Inputs.Conditions.Weights[index]);
        }

        ReadOnlyCollection<SourceValue> Sources(Formula formula)
        {
            return Array.AsReadOnly(Array.ConvertAll(formula.Terms, term => Source(term.Of)));
        }

        SourceValue Source(string name)
        {
            SourceValue found;
            if (!known.TryGetValue(name, out found))
                known[name] = found = Look(name);
            return found;
        }

        SourceValue Look(string name)
        {
            Signal signal = Array.Find(evaluator.Table.Signals, entry => entry.Id == name);
            int slot = evaluator.Slot(name);
            double raw = slot < 0 ? double.NaN : evaluator.Trace.Raw[slot];
            double value = evaluator.Stages.Inputs.Values[evaluator.Stages.Inputs.Slot(name)];
            Formula made = signal == null ? new Formula { Terms = new Term[0] } : signal.Formula;
            return new SourceValue(name, raw, value, Sources(made));
        }
    }
}
