using UnityEngine;

namespace Koekata
{
    /// <summary>Property blocks of single materials.</summary>
    internal static class MaterialBlocks
    {
        /// <summary>
        /// Reads what stands at one place of a renderer; true where nothing stood at that place alone. A block for one place
        /// hides that of the whole renderer, so that what stands there is taken along.
        /// </summary>
        internal static bool Read(Renderer renderer, int place, MaterialPropertyBlock block)
        {
            renderer.GetPropertyBlock(block, place);
            if (!block.isEmpty)
                return false;
            renderer.GetPropertyBlock(block);
            return true;
        }
    }
}
