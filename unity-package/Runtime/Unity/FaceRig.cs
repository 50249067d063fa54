using Koekata.Binding;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>A model and what a table drives of it.</summary>
    internal sealed class FaceRig
    {
        readonly ITargetWriter[] writers;
        bool applied;

        internal FaceRig(MappingTable table, Transform root, MirrorChoice mirror)
        {
            Scan = new ModelScan(root);
            Plan = new BindingPlan(table, Scan.Parts);
            writers = new ITargetWriter[]
            {
                new MorphWriter(Plan.Morphs, Scan.Meshes),
                new BoneWriter(Plan.Bones, Scan.Bones, Mirror(mirror)),
                new MaterialWriter(Plan, Scan),
                new DrawingWriter(Plan.Drawings, Scan.Drawings),
                new ExpressionWriter(Plan.Expressions, Scan.Expressions),
            };
        }

        internal ModelScan Scan { get; private set; }

        internal BindingPlan Plan { get; private set; }

        /// <summary>Shows a frame; a share of 0 gives everything back.</summary>
        internal void Apply(Outputs outputs, float share)
        {
            if (share <= 0f)
            {
                Restore();
                return;
            }
            for (int i = 0; i < writers.Length; i++)
                writers[i].Apply(outputs, share);
            applied = true;
        }

        internal void Restore()
        {
            if (!applied)
                return;
            applied = false;
            for (int i = 0; i < writers.Length; i++)
                writers[i].Restore();
        }

        internal bool OverriddenByModel(string expression, string category)
        {
            return Scan.Expressions && Scan.Expressions.Overrides(expression, category);
        }

        MirrorAxis Mirror(MirrorChoice choice)
        {
            if (choice == MirrorChoice.Automatic)
                return Scan.Expressions ? Scan.Expressions.Mirror : MirrorAxis.X;
            return choice == MirrorChoice.Z ? MirrorAxis.Z : MirrorAxis.X;
        }
    }
}
