using System;
using System.Collections.Generic;
using Koekata.Mapping;
using Koekata.Receiving;

namespace Koekata.Binding
{
    /// <summary>
    /// From a performer's face to the targets of a character, frame by frame: the face at rest, inputs set by hand, triggers,
    /// and the mapping evaluator. Allocates nothing per frame. Not for two threads at once.
    /// </summary>
    public sealed class FaceDriver
    {
        readonly StreamInput input = new StreamInput();
        readonly List<KeyValuePair<string, TriggerAction>> fired = new List<KeyValuePair<string, TriggerAction>>();
        MappingFrame frame;
        double last;
        bool begun;

        /// <summary>Begins with a table.</summary>
        public FaceDriver(MappingTable table)
        {
            Evaluator = new Evaluator(table);
            Neutral = new NeutralPose();
            Held = new HeldInputs();
            frame = Evaluator.NewFrame();
        }

        /// <summary>What evaluates the table.</summary>
        public Evaluator Evaluator { get; private set; }

        /// <summary>The performer's face at rest.</summary>
        public NeutralPose Neutral { get; private set; }

        /// <summary>Inputs that are set by hand.</summary>
        public HeldInputs Held { get; private set; }

        /// <summary>The last frame.</summary>
        public Outputs Outputs
        {
            get { return Evaluator.Outputs; }
        }

        /// <summary>Whether the last frame was remembered stage by stage, so that it can be explained.</summary>
        public bool Traced { get; private set; }

        /// <summary>What went into the evaluator last, after the face at rest and the inputs set by hand.</summary>
        public MappingFrame Frame
        {
            get { return frame; }
        }

        /// <summary>Goes on with another table; state is kept by name.</summary>
        public void Adopt(MappingTable table)
        {
            Evaluator.Adopt(table);
            Traced = false;
        }

        /// <summary>Begins anew with the same table, as after a jump on a time line. Inputs set by hand stay.</summary>
        public void Restart(Func<string, string, bool> overriddenByModel)
        {
            bool tracing = Evaluator.Tracing;
            Evaluator = new Evaluator(Evaluator.Table) { Tracing = tracing };
            Evaluator.LeaveOverridesToModel(overriddenByModel);
            frame = Evaluator.NewFrame();
            begun = Traced = false;
        }

        /// <summary>Fires a trigger of the table with the next frame.</summary>
        public void Fire(string trigger, TriggerAction action)
        {
            fired.Add(new KeyValuePair<string, TriggerAction>(trigger, action));
        }

        /// <summary>
        /// Why a target has its value in the last frame; null for one that the table does not have. From the first call on frames
        /// are remembered stage by stage; it is null until there is one.
        /// </summary>
        public Explanation Explain(string target)
        {
            if (Outputs.Index(target) < 0)
                return null;
            bool traced = Evaluator.Tracing && Traced;
            Evaluator.Tracing = true;
            return traced ? new Explainer(Evaluator).Explain(target) : null;
        }

        /// <summary>
        /// The next frame of a stream. <paramref name="now"/> is in seconds of a clock that does not stand still;
        /// <paramref name="face"/> may be null: then nobody is seen.
        /// </summary>
        public Outputs Step(FaceFrame face, double now, bool stale)
        {
            double dt = begun && now > last ? now - last : 0.0;
            last = now;
            begun = true;
            if (frame.Layout != Evaluator.Layout)
                frame = Evaluator.NewFrame();
            if (face != null)
                input.Fill(face, now, stale, frame);
            else
                Empty();
            return Finish(dt);
        }

        /// <summary>
        /// The next frame of channels by name, as a recording has them, at a moment of its time line. Channels that are not
        /// among them are not observed.
        /// </summary>
        public Outputs Step(IList<string> channels, IList<double> values, double time, double dt)
        {
            if (frame.Layout != Evaluator.Layout)
                frame = Evaluator.NewFrame();
            frame.Clear();
            for (int i = 0; i < channels.Count; i++)
                frame.Set(channels[i], values[i]);
            frame.SetTime(time);
            return Finish(dt);
        }

        Outputs Finish(double dt)
        {
            Neutral.Step(frame, dt);
            if (Held.Count > 0)
            {
                Held.Apply(frame);
                frame.Tracked = true;
            }
            for (int i = 0; i < fired.Count; i++)
                frame.Fire(fired[i].Key, fired[i].Value);
            fired.Clear();
            Traced = Evaluator.Tracing;
            return Evaluator.Step(frame, dt);
        }

        void Empty()
        {
            frame.Clear();
            frame.Tracked = false;
        }
    }
}
