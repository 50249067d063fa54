using System;
using System.Collections.Generic;
using System.Reflection;
using Koekata.Binding;
using UniVRM10;
using UnityEngine;

namespace Koekata
{
    /// <summary>
    /// Shows VRM 1.0 expressions through UniVRM, in play mode. The model's own `isBinary` and `override*` are applied by UniVRM,
    /// once; those of a table that the model does not have are applied by the table. Targets lookUp, lookDown, lookLeft and
    /// lookRight turn the eyes as the model does it, by bones or by expressions.
    /// </summary>
    [AddComponentMenu("Koekata/Koekata VRM 1.0")]
    [KoekataHelp("vrm")]
    [DisallowMultipleComponent]
    public sealed class KoekataVrm10 : KoekataExpressions
    {
        [SerializeField, Tooltip("The model. Empty: the one on or below this object.")]
        Vrm10Instance model;

        readonly List<ExpressionKey> keys = new List<ExpressionKey>();
        readonly List<string> names = new List<string>();
        readonly HashSet<string> overriding = new HashSet<string>();
        readonly LookWeights look = new LookWeights();
        [NonSerialized] VRM10ObjectLookAt.LookAtTargetTypes before;
        [NonSerialized] int[] directions = new int[0];
        [NonSerialized] bool turned;

        /// <inheritdoc/>
        public override MirrorAxis Mirror
        {
            get { return MirrorAxis.X; }
        }

        Vrm10Instance Model
        {
            get
            {
                if (!model)
                    model = GetComponentInChildren<Vrm10Instance>();
                return model;
            }
        }

        /// <inheritdoc/>
        public override IList<string> Names()
        {
            keys.Clear();
            names.Clear();
            overriding.Clear();
            if (!Model || !Model.Vrm)
                return names;
            foreach (var entry in Model.Vrm.Expression.Clips)
                if (entry.Item2)
                    Add(Model.Vrm.Expression.CreateKey(entry.Item2), entry.Item2);
            directions = keys.ConvertAll(key => key.IsLookAt ? LookWeights.Direction(key.Name) : -1).ToArray();
            return names;
        }

        /// <inheritdoc/>
        public override bool Overrides(string expression, string category)
        {
            return overriding.Contains(Key(expression, category));
        }

        /// <inheritdoc/>
        public override float Get(int expression)
        {
            if (!Running())
                return 0f;
            return directions[expression] >= 0 ? look.Get(directions[expression]) : Model.Runtime.Expression.GetWeight(keys[expression]);
        }

        /// <inheritdoc/>
        public override void Set(int expression, float weight)
        {
            if (!Running())
                return;
            if (directions[expression] >= 0)
                look.Set(directions[expression], weight);
            else
                Model.Runtime.Expression.SetWeight(keys[expression], weight);
        }

        /// <inheritdoc/>
        public override void Commit()
        {
            if (!Running() || !look.Used)
                return;
            if (!turned)
            {
                before = Model.LookAtTargetType;
                turned = true;
            }
            VRM10ObjectLookAt ranges = Model.Vrm.LookAt;
            Model.LookAtTargetType = VRM10ObjectLookAt.LookAtTargetTypes.YawPitchValue;
            Model.Runtime.LookAt.SetYawPitchManually(
                look.Yaw(ranges.HorizontalOuter.CurveXRangeDegree),
                look.Pitch(ranges.VerticalUp.CurveXRangeDegree, ranges.VerticalDown.CurveXRangeDegree));
        }

        /// <inheritdoc/>
        public override void Release()
        {
            look.Clear();
            if (turned && model)
                model.LookAtTargetType = before;
            turned = false;
        }

        // Outside play mode UniVRM shows nothing, and making its runtime would change the scene.
        bool Running()
        {
            return Application.IsPlaying(this) && Model && Model.Vrm;
        }

        void Add(ExpressionKey key, VRM10Expression clip)
        {
            keys.Add(key);
            names.Add(key.Name);
            Note(key.Name, clip, "blink", "OverrideBlink", key.IsBlink);
            Note(key.Name, clip, "look_at", "OverrideLookAt", key.IsLookAt);
            Note(key.Name, clip, "mouth", "OverrideMouth", key.IsMouth);
        }

        // The type of these fields stands in another assembly in each version of UniVRM, but its values are called the same.
        void Note(string expression, VRM10Expression clip, string category, string fieldName, bool own)
        {
            FieldInfo field = typeof(VRM10Expression).GetField(fieldName);
            object value = field == null ? null : field.GetValue(clip);
            if (!own && value != null && !string.Equals(value.ToString(), "none", StringComparison.OrdinalIgnoreCase))
                overriding.Add(Key(expression, category));
        }

        static string Key(string expression, string category)
        {
            return category + " " + expression.ToUpperInvariant();
        }
    }
}
