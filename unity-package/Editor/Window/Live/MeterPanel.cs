using System.Collections.Generic;
using Koekata.Editing;
using Koekata.Receiving;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>A meter for every channel of the performer, by part of the face: as it came, before the table.</summary>
    internal sealed class MeterPanel : ScrollView
    {
        static readonly string[] pose =
        {
            "headYaw", "headPitch", "headRoll", "headX", "headY", "headZ", "gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight"
        };

        readonly WindowContext context;
        readonly List<ChannelMeter> weights = new List<ChannelMeter>();
        readonly List<ChannelMeter> angles = new List<ChannelMeter>();
        StreamLayout shown;

        internal MeterPanel(WindowContext context)
        {
            this.context = context;
        }

        internal void Tick()
        {
            KoekataReceiver receiver = context.Receiver;
            Subject subject = receiver ? receiver.Performer(context.Face.Performer) : null;
            FaceFrame frame = subject == null ? null : subject.Buffer.Newest;
            if (frame == null)
                return;
            if (frame.Layout != shown)
                Build(frame.Layout);
            for (int i = 0; i < weights.Count; i++)
                weights[i].Show(frame.Weights[i], frame.ChannelConfidence[i]);
            Show(0, frame.HeadYpr, frame.HasHead);
            Show(3, frame.HeadTranslation, frame.HasTranslation);
            Show(6, frame.Gaze, frame.HasGaze);
        }

        void Show(int first, double[] values, bool seen)
        {
            for (int i = 0; i < values.Length; i++)
                angles[first + i].Show(values[i], seen ? 1.0 : 0.0);
        }

        void Build(StreamLayout layout)
        {
            shown = layout;
            Clear();
            weights.Clear();
            angles.Clear();
            var regions = new Dictionary<string, Foldout>();
            foreach (string region in ChannelRegions.All)
                regions[region] = new Foldout { text = region };
            for (int i = 0; i < layout.Count; i++)
                weights.Add(Meter(layout.Name(i), regions));
            foreach (string channel in pose)
                angles.Add(Meter(channel, regions));
            foreach (string region in ChannelRegions.All)
                if (regions[region].childCount > 0)
                    Add(regions[region]);
        }

        static ChannelMeter Meter(string channel, Dictionary<string, Foldout> regions)
        {
            var meter = new ChannelMeter(channel);
            regions[ChannelRegions.Of(channel)].Add(meter);
            return meter;
        }
    }
}
