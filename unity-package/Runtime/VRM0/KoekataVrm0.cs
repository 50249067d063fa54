using System.Collections.Generic;
using Koekata.Binding;
using UnityEngine;
using VRM;

namespace Koekata
{
    /// <summary>
    /// Shows VRM 0.x expressions (BlendShapeClips) through UniVRM, in play mode. UniVRM applies the model's `isBinary`; overrides
    /// do not exist in VRM 0.x, so those of a table are applied by the table.
    /// </summary>
    [AddComponentMenu("Koekata/Koekata VRM 0.x")]
    [KoekataHelp("vrm")]
    [DisallowMultipleComponent]
    public sealed class KoekataVrm0 : KoekataExpressions
    {
        [SerializeField, Tooltip("The model. Empty: the one on or below this object.")]
        VRMBlendShapeProxy model;

        readonly List<BlendShapeKey> keys = new List<BlendShapeKey>();
        readonly List<string> names = new List<string>();

        /// <inheritdoc/>
        public override MirrorAxis Mirror
        {
            get { return MirrorAxis.Z; }
        }

        VRMBlendShapeProxy Model
        {
            get
            {
                if (!model)
                    model = GetComponentInChildren<VRMBlendShapeProxy>();
                return model;
            }
        }

        /// <inheritdoc/>
        public override IList<string> Names()
        {
            keys.Clear();
            names.Clear();
            if (!Model || !Model.BlendShapeAvatar)
                return names;
            foreach (BlendShapeClip clip in Model.BlendShapeAvatar.Clips)
            {
                if (!clip)
                    continue;
                keys.Add(BlendShapeKey.CreateFromClip(clip));
                names.Add(keys[keys.Count - 1].Name);
            }
            return names;
        }

        /// <inheritdoc/>
        public override bool Overrides(string expression, string category)
        {
            return false;
        }

        /// <inheritdoc/>
        public override float Get(int expression)
        {
            return Running() ? Model.GetValue(keys[expression]) : 0f;
        }

        /// <inheritdoc/>
        public override void Set(int expression, float weight)
        {
            if (Running())
                Model.AccumulateValue(keys[expression], weight);
        }

        /// <inheritdoc/>
        public override void Commit()
        {
            if (Running())
                Model.Apply();
        }

        /// <inheritdoc/>
        public override void Release()
        {
        }

        bool Running()
        {
            return Application.IsPlaying(this) && Model;
        }
    }
}
