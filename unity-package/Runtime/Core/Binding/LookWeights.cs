using System;

namespace Koekata.Binding
{
    /// <summary>The four directions of a look as weights, and as the angles of a model whose eyes are turned by angles.</summary>
    public sealed class LookWeights
    {
        static readonly string[] names = { "lookUp", "lookDown", "lookLeft", "lookRight" };

        readonly float[] weights = new float[names.Length];

        /// <summary>Whether a direction was set since <see cref="Clear"/>.</summary>
        public bool Used { get; private set; }

        /// <summary>The number of a direction by its VRM name; -1 for another name.</summary>
        public static int Direction(string name)
        {
            return Array.FindIndex(names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        }

        /// <summary>The weight of a direction.</summary>
        public float Get(int direction)
        {
            return weights[direction];
        }

        /// <summary>Sets the weight of a direction, from 0 to 1.</summary>
        public void Set(int direction, float weight)
        {
            weights[direction] = weight;
            Used = true;
        }

        /// <summary>Looks straight ahead.</summary>
        public void Clear()
        {
            Array.Clear(weights, 0, weights.Length);
            Used = false;
        }

        /// <summary>Degrees to the character's right, a weight of 1 being <paramref name="full"/>.</summary>
        public float Yaw(float full)
        {
            return (weights[3] - weights[2]) * full;
        }

        /// <summary>Degrees upwards, a weight of 1 being the full angle of that direction.</summary>
        public float Pitch(float fullUp, float fullDown)
        {
            float up = weights[0] * fullUp, down = weights[1] * fullDown;
            return up - down;
        }
    }
}
