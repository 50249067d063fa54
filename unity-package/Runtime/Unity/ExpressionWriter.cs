using System.Collections.Generic;
using Koekata.Binding;
using Koekata.Mapping;

namespace Koekata
{
    /// <summary>VRM expressions.</summary>
    internal sealed class ExpressionWriter : ITargetWriter
    {
        readonly KoekataExpressions model;
        readonly int[] expressions, targets;
        readonly LayeredValue[] layers;

        internal ExpressionWriter(IList<NamedBinding> bindings, KoekataExpressions model)
        {
            this.model = model;
            expressions = new int[bindings.Count];
            targets = new int[bindings.Count];
            layers = new LayeredValue[bindings.Count];
            for (int i = 0; i < targets.Length; i++)
            {
                expressions[i] = bindings[i].Part;
                targets[i] = bindings[i].Target;
            }
        }

        public void Apply(Outputs outputs, float share)
        {
            if (!model || !model.isActiveAndEnabled)
                return;
            bool any = false;
            for (int i = 0; i < targets.Length; i++)
            {
                if (!outputs.Has(targets[i]))
                    continue;
                any = true;
                float mixed = layers[i].Mixed(model.Get(expressions[i]), (float)outputs[targets[i]], share);
                model.Set(expressions[i], mixed);
                layers[i].Remember(model.Get(expressions[i]));
            }
            if (any)
                model.Commit();
        }

        public void Restore()
        {
            if (!model)
                return;
            bool any = false;
            for (int i = 0; i < targets.Length; i++)
            {
                float below;
                if (!layers[i].Wrote || !layers[i].Release(model.Get(expressions[i]), out below))
                    continue;
                model.Set(expressions[i], below);
                any = true;
            }
            if (any)
                model.Commit();
            model.Release();
        }
    }
}
