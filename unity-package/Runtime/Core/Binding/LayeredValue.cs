namespace Koekata.Binding
{
    /// <summary>
    /// A number of the scene that animation may write as well: what stands below the face's own value. Something that still
    /// has the value that was written here was not animated since; anything else is what animation gave.
    /// </summary>
    public struct LayeredValue
    {
        float below, written;
        bool wrote;

        /// <summary>Whether the scene holds a value of the face.</summary>
        public bool Wrote
        {
            get { return wrote; }
        }

        /// <summary>What animation or rest gives, from the number as it stands now.</summary>
        public float Below(float current)
        {
            if (!wrote || current != written)
                below = current;
            return below;
        }

        /// <summary>The value to write for a share of the face from 0 to 1.</summary>
        public float Mixed(float current, float face, float share)
        {
            float from = Below(current);
            return from + (face - from) * share;
        }

        /// <summary>Tells what now stands in the scene: read it back, since the scene may have rounded it.</summary>
        public void Remember(float now)
        {
            written = now;
            wrote = true;
        }

        /// <summary>Gives the place back. True if <paramref name="value"/> is to be put there again.</summary>
        public bool Release(float current, out float value)
        {
            value = below;
            bool ours = wrote && current == written;
            wrote = false;
            return ours;
        }
    }
}
