using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>A blendshape of a model, or a VRM expression.</summary>
    public sealed class ModelShape
    {
        ModelShape(string name, bool expression)
        {
            Name = name;
            IsExpression = expression;
            Meshes = new List<string>();
            Moves = new List<string>();
            Overrides = new List<KeyValuePair<string, string>>();
            Alias = Panel = "";
        }

        /// <summary>As the model spells it.</summary>
        public string Name { get; private set; }

        /// <summary>Whether it is an expression, or a clip of VRM 0.x.</summary>
        public bool IsExpression { get; private set; }

        /// <summary>Of a blendshape: the meshes that have it. One name on several is one shape: a table drives all of them.</summary>
        public List<string> Meshes { get; private set; }

        /// <summary>Of a blendshape: a second name.</summary>
        public string Alias { get; set; }

        /// <summary>Of a blendshape: `brow`, `eye`, `mouth` or `other` where the file sorts its shapes.</summary>
        public string Panel { get; set; }

        /// <summary>Of an expression: whether it is one that VRM itself names.</summary>
        public bool Preset { get; set; }

        /// <summary>Of an expression: whether it is only on or off.</summary>
        public bool Binary { get; set; }

        /// <summary>Of an expression: `override_blink` and so on, with `block` or `blend`.</summary>
        public List<KeyValuePair<string, string>> Overrides { get; private set; }

        /// <summary>Of an expression: the blendshapes that it moves.</summary>
        public List<string> Moves { get; private set; }

        /// <summary>Of an expression: it moves nothing.</summary>
        public bool Empty { get; set; }

        internal string Kind
        {
            get { return IsExpression ? "expression" : "morph"; }
        }

        /// <summary>A blendshape.</summary>
        public static ModelShape Morph(string name)
        {
            return new ModelShape(name, false);
        }

        /// <summary>An expression.</summary>
        public static ModelShape Expression(string name)
        {
            return new ModelShape(name, true);
        }
    }
}
