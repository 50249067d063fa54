namespace UnityEngine
{
    /// <summary>ScriptReference/Sprite; Runtime/2D/Common/ScriptBindings/Sprites.bindings.cs</summary>
    public sealed class Sprite : Object
    {
    }
}
