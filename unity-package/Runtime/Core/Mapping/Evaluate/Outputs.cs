using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>The character at one moment; the same object for every frame of a table.</summary>
    public sealed class Outputs
    {
        internal readonly double[] Values;
        readonly Target[] targets;
        readonly Dictionary<string, int> places = new Dictionary<string, int>();

        internal Outputs(Target[] targets)
        {
            this.targets = targets;
            Values = new double[targets.Length];
            Events = new EventList();
            for (int i = 0; i < targets.Length; i++)
            {
                places[targets[i].Id] = i;
                Values[i] = double.NaN;
            }
        }

        /// <summary>Ids of the event targets that fire in this frame.</summary>
        public EventList Events { get; private set; }

        /// <summary>Number of targets; indices go in the order of <see cref="MappingTable.Targets"/>.</summary>
        public int Count
        {
            get { return Values.Length; }
        }

        /// <summary>The value of a target; NaN where it has none: nothing has driven it yet, or it is an event.</summary>
        public double this[int index]
        {
            get { return targets[index].Kind == TargetKind.Event ? double.NaN : Values[index]; }
        }

        /// <summary>Whether a target has a value in this frame.</summary>
        public bool Has(int index)
        {
            return !Absent.Is(this[index]);
        }

        /// <summary>The index of a target, -1 where the table has none of that id.</summary>
        public int Index(string id)
        {
            int place;
            return places.TryGetValue(id, out place) ? place : -1;
        }

        /// <summary>The value of a target by its id; false where it has none in this frame.</summary>
        public bool TryGet(string id, out double value)
        {
            int index = Index(id);
            value = index < 0 ? double.NaN : this[index];
            return !Absent.Is(value);
        }
    }
}
