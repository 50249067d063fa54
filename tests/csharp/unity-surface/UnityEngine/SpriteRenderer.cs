namespace UnityEngine
{
    /// <summary>ScriptReference/SpriteRenderer</summary>
    public sealed class SpriteRenderer : Renderer
    {
        // SpriteRenderer-sprite
        public Sprite sprite { get { throw new System.NotImplementedException(); } set { } }
    }
}
