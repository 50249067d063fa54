namespace UnityEngine
{
    /// <summary>ScriptReference/SpriteRenderer; Runtime/2D/Common/ScriptBindings/SpriteRenderer.bindings.cs</summary>
    public sealed class SpriteRenderer : Renderer
    {
        // SpriteRenderer-sprite
        public Sprite sprite { get { throw new System.NotImplementedException(); } set { } }
    }
}
