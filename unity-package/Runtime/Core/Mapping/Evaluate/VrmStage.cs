using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Step 12: `isBinary` and `override*` of VRM 1.0.</summary>
    internal sealed class VrmStage
    {
        readonly int[] binary;
        readonly VrmCategory[] categories;

        internal VrmStage(Target[] targets)
        {
            binary = Places(targets, target => target.Binary);
            categories = new VrmCategory[TargetProperties.Overrides.Length];
            for (int i = 0; i < categories.Length; i++)
            {
                int category = i;
                string name = TargetProperties.Overrides[i].Key;
                int[] overriding = Places(targets, target => target.Overrides[category] != "none");
                bool[] blocks = Array.ConvertAll(overriding, place => targets[place].Overrides[category] == "block");
                categories[i] = new VrmCategory(targets, overriding, blocks, Places(targets, target => target.Category == name));
            }
        }

        internal void Step(double[] values)
        {
            for (int i = 0; i < binary.Length; i++)
            {
                double v = values[binary[i]];
                if (!Absent.Is(v))
                    values[binary[i]] = v > 0.5 ? 1.0 : 0.0;
            }
            // All amounts are those from before any damping.
            for (int i = 0; i < categories.Length; i++)
                categories[i].Measure(values);
            for (int i = 0; i < categories.Length; i++)
                categories[i].Dampen(values);
        }

        internal void LeaveToModel(Func<string, string, bool> model)
        {
            for (int i = 0; i < categories.Length; i++)
            {
                string category = TargetProperties.Overrides[i].Key;
                categories[i].LeaveToModel(name => model != null && model(name, category));
            }
        }

        static int[] Places(Target[] targets, Predicate<Target> wanted)
        {
            var found = new List<int>();
            for (int i = 0; i < targets.Length; i++)
                if (wanted(targets[i]))
                    found.Add(i);
            return found.ToArray();
        }
    }
}
