namespace Koekata
{
    /// <summary>What a set of drawings is made of.</summary>
    public enum DrawingKind
    {
        /// <summary>Sprites that a SpriteRenderer shows.</summary>
        Sprites,

        /// <summary>One texture with equal cells, counted from the top left.</summary>
        Sheet,

        /// <summary>A texture for each drawing.</summary>
        Textures,
    }
}
