using System.Collections.Generic;
using System.Linq;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>What a table covers: the inputs of each target, and the channels that drive nothing.</summary>
    public sealed class Coverage
    {
        readonly Dictionary<string, Formula> signals;

        /// <summary>Looks through a table.</summary>
        public Coverage(MappingTable table)
        {
            signals = table.Signals.ToDictionary(signal => signal.Id, signal => signal.Formula);
            var inputs = new Dictionary<string, IList<string>>();
            foreach (Row row in table.Rows)
            {
                IEnumerable<string> before = inputs.ContainsKey(row.To) ? inputs[row.To] : new List<string>();
                inputs[row.To] = before.Concat(InputsOf(row.Formula)).Distinct().ToList();
            }
            Inputs = inputs;
            var used = new HashSet<string>(inputs.Values.SelectMany(names => names));
            Dead = Knowledge.Arkit().FindAll(name => !used.Contains(name));
        }

        /// <summary>Target id to the inputs that its rows come from, through signals.</summary>
        public IDictionary<string, IList<string>> Inputs { get; private set; }

        /// <summary>The ARKit channels that drive nothing.</summary>
        public IList<string> Dead { get; private set; }

        IEnumerable<string> InputsOf(Formula formula)
        {
            return formula.Terms.SelectMany(term => signals.ContainsKey(term.Of) ? InputsOf(signals[term.Of]) : new[] { term.Of });
        }
    }
}
