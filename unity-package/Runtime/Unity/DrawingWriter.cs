using System;
using System.Collections.Generic;
using Koekata.Binding;
using Koekata.Mapping;

namespace Koekata
{
    /// <summary>Drawings that switch. They cannot be mixed: below half a share the scene's own is shown.</summary>
    internal sealed class DrawingWriter : ITargetWriter
    {
        const float Half = 0.5f;

        readonly KoekataDrawings[] drawings;
        readonly int[] targets;

        internal DrawingWriter(IList<NamedBinding> bindings, IList<KoekataDrawings> found)
        {
            drawings = new KoekataDrawings[bindings.Count];
            targets = new int[bindings.Count];
            for (int i = 0; i < targets.Length; i++)
            {
                drawings[i] = found[bindings[i].Part];
                targets[i] = bindings[i].Target;
            }
        }

        public void Apply(Outputs outputs, float share)
        {
            for (int i = 0; i < targets.Length; i++)
            {
                if (!drawings[i] || !outputs.Has(targets[i]))
                    continue;
                if (share < Half)
                    drawings[i].Restore();
                else
                    drawings[i].Show((int)outputs[targets[i]]);
            }
        }

        public void Restore()
        {
            Array.ForEach(drawings, entry =>
            {
                if (entry)
                    entry.Restore();
            });
        }
    }
}
