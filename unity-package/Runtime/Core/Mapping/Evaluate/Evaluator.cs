using System;

namespace Koekata.Mapping
{
    /// <summary>Evaluates a table frame by frame: mappings/SPEC.md, steps 1 to 15, in their order. Not for two threads at once.</summary>
    public sealed class Evaluator
    {
        readonly Clock clock;
        Stages stages;
        Func<string, string, bool> leftToModel;

        /// <summary>Begins with a table.</summary>
        public Evaluator(MappingTable table)
        {
            Counters = new Counters();
            clock = new Clock(Counters);
            stages = new Stages(table, Counters);
            Layout = new InputLayout(table.Inputs);
        }

        /// <summary>The table in force.</summary>
        public MappingTable Table
        {
            get { return stages.Table; }
        }

        /// <summary>What was wrong with frames so far.</summary>
        public Counters Counters { get; private set; }

        /// <summary>The slots of the inputs. A table with other inputs of its own has another layout.</summary>
        public InputLayout Layout { get; private set; }

        /// <summary>The last frame; the same object until another table is adopted.</summary>
        public Outputs Outputs
        {
            get { return stages.Targets.Outputs; }
        }

        /// <summary>Whether each frame is remembered stage by stage, so that it can be explained. Off unless set.</summary>
        public bool Tracing { get; set; }

        internal Trace Trace { get; private set; }

        internal Stages Stages
        {
            get { return stages; }
        }

        /// <summary>The slot of an input for <see cref="MappingFrame.Set(int,double)"/>, -1 where the table knows none.</summary>
        public int Slot(string name)
        {
            return Layout.Slot(name);
        }

        /// <summary>A frame of this table's layout.</summary>
        public MappingFrame NewFrame()
        {
            return new MappingFrame(Layout);
        }

        /// <summary>One frame, <paramref name="dt"/> seconds after the last. Allocates nothing.</summary>
        public Outputs Step(MappingFrame frame, double dt)
        {
            if (frame.Layout != Layout)
                frame.Adopt(Layout);
            dt = clock.Advance(dt, frame);
            PrepareTrace(frame);
            stages.Step(frame, dt, clock.Now, Trace);
            return stages.Targets.Outputs;
        }

        /// <summary>
        /// For a model whose own VRM runtime dampens expressions by overrides: an override of the table that the model has, too,
        /// is left to it, so that it does not count twice. <paramref name="model"/> says whether the expression of a name
        /// overrides a category (blink, look_at, mouth); null for a model that does nothing of the kind.
        /// </summary>
        public void LeaveOverridesToModel(Func<string, string, bool> model)
        {
            leftToModel = model;
            stages.Targets.LeaveOverridesToModel(model);
        }

        /// <summary>Goes on with another table, keeping the state of everything that both name.</summary>
        public void Adopt(MappingTable table)
        {
            if (table == null)
                throw new ArgumentNullException("table");
            var next = new Stages(table, Counters);
            next.Adopt(stages);
            next.Targets.LeaveOverridesToModel(leftToModel);
            stages = next;
            Trace = null;
            var layout = new InputLayout(table.Inputs);
            if (!layout.SameAs(Layout))
                Layout = layout;
        }

        void PrepareTrace(MappingFrame frame)
        {
            if (!Tracing)
            {
                Trace = null;
                return;
            }
            if (Trace == null)
                Trace = new Trace(Layout.Count, stages.Table.Targets.Count);
            Trace.Keep(frame);
        }
    }
}
