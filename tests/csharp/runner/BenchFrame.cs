using System.Collections.Generic;

namespace Koekata.Mapping.Runner
{
    /// <summary>A frame by slots, as a game would hold it.</summary>
    internal sealed class BenchFrame
    {
        readonly int[] slots;
        readonly double[] values;
        readonly bool tracked;
        readonly double dt;

        internal BenchFrame(JsonNode node, Evaluator evaluator)
        {
            JsonNode given = node.Find("values"), seen = node.Find("tracked");
            List<string> names = given == null ? new List<string>() : given.Members.Names;
            slots = names.ConvertAll(name => evaluator.Slot(name)).ToArray();
            values = names.ConvertAll(name => FrameReader.Number(given.Members[name])).ToArray();
            tracked = seen == null || seen.Flag;
            dt = FrameReader.Step(node);
        }

        internal void Step(Evaluator evaluator, MappingFrame frame)
        {
            frame.Clear();
            frame.Tracked = tracked;
            for (int i = 0; i < slots.Length; i++)
                frame.Set(slots[i], values[i]);
            evaluator.Step(frame, dt);
        }
    }
}
