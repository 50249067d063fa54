namespace Koekata.Binding
{
    /// <summary>The targets of one bone. Each list has places of targets for x, y and z; -1 where there is none.</summary>
    public sealed class BoneBinding
    {
        internal BoneBinding(int bone)
        {
            Bone = bone;
            Rotation = new[] { -1, -1, -1 };
            Translation = new[] { -1, -1, -1 };
            Scale = new[] { -1, -1, -1 };
        }

        /// <summary>Place in <see cref="ModelParts.Bones"/>.</summary>
        public int Bone { get; private set; }

        /// <summary>Degrees.</summary>
        public int[] Rotation { get; private set; }

        /// <summary>Metres.</summary>
        public int[] Translation { get; private set; }

        /// <summary>Factors.</summary>
        public int[] Scale { get; private set; }

        /// <summary>The list of a target's property.</summary>
        internal int[] Of(string property)
        {
            return property == "rotation" ? Rotation : property == "translation" ? Translation : Scale;
        }
    }
}
