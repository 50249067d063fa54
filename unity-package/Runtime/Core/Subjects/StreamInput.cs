using Koekata.Mapping;

namespace Koekata.Receiving
{
    /// <summary>
    /// From a face to the frame of a mapping evaluator. Names are looked up once for each layout; nothing is allocated after
    /// that. Channels that the source cannot observe have the confidence 0, which the evaluator takes for absent.
    /// </summary>
    public sealed class StreamInput
    {
        static readonly string[] poseNames =
        {
            "headYaw", "headPitch", "headRoll", "headX", "headY", "headZ", "gazeYawLeft", "gazePitchLeft", "gazeYawRight",
            "gazePitchRight"
        };

        readonly int[] pose = new int[poseNames.Length];
        int[] slots = new int[0];
        StreamLayout source;
        InputLayout target;
        double last;
        bool begun;

        /// <summary>Seconds since the frame before, for the evaluator; 0 for the first.</summary>
        public double Dt { get; private set; }

        /// <summary>
        /// Fills an evaluator's frame. <paramref name="now"/> is in seconds of any clock that does not stand still, since
        /// the step of time is taken of it; a stale face counts as not tracked.
        /// </summary>
        public void Fill(FaceFrame face, double now, bool stale, MappingFrame frame)
        {
            if (face.Layout != source || frame.Layout != target)
                Bind(face.Layout, frame.Layout);
            Dt = begun && now > last ? now - last : 0.0;
            last = now;
            begun = true;
            frame.Clear();
            frame.Tracked = face.Tracked && !stale;
            // The time line stands still while nothing comes, but the evaluator's own time must not.
            if (!stale)
                frame.SetTime(face.TimelineS);
            for (int i = 0; i < face.Count; i++)
            {
                frame.Set(slots[i], face.Weights[i]);
                frame.SetConfidence(slots[i], face.ChannelConfidence[i]);
            }
            if (face.HasHead)
                Set(frame, 0, face.HeadYpr);
            if (face.HasTranslation)
                Set(frame, 3, face.HeadTranslation);
            if (face.HasGaze)
                Set(frame, 6, face.Gaze);
        }

        void Set(MappingFrame frame, int first, double[] values)
        {
            for (int i = 0; i < values.Length; i++)
                frame.Set(pose[first + i], values[i]);
        }

        void Bind(StreamLayout layout, InputLayout inputs)
        {
            source = layout;
            target = inputs;
            if (slots.Length < layout.Count)
                slots = new int[layout.Count];
            for (int i = 0; i < layout.Count; i++)
                slots[i] = inputs.Slot(layout.Name(i));
            for (int i = 0; i < pose.Length; i++)
                pose[i] = inputs.Slot(poseNames[i]);
        }
    }
}
