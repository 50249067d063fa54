using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Step 15: what comes out.</summary>
    internal sealed class OutputStage
    {
        readonly Target[] targets;
        readonly EventStage[] events;

        internal OutputStage(Target[] targets)
        {
            this.targets = targets;
            var found = new List<EventStage>();
            for (int i = 0; i < targets.Length; i++)
                if (targets[i].Kind == TargetKind.Event)
                    found.Add(new EventStage(targets[i], i));
            events = found.ToArray();
        }

        internal void Step(double[] values, Outputs outputs)
        {
            for (int i = 0; i < targets.Length; i++)
            {
                double v = targets[i].Limits.Clamp(values[i]);
                outputs.Values[i] = targets[i].Kind == TargetKind.Sprite ? Math.Floor(v + 0.5) : v;
            }
            outputs.Events.Clear();
            for (int i = 0; i < events.Length; i++)
                if (events[i].Fires(outputs.Values[events[i].Place]))
                    outputs.Events.Add(events[i].Id);
        }

        internal void Adopt(OutputStage old)
        {
            foreach (EventStage mine in events)
            {
                EventStage theirs = Array.Find(old.events, other => other.Id == mine.Id);
                if (theirs != null)
                    mine.Adopt(theirs);
            }
        }
    }
}
