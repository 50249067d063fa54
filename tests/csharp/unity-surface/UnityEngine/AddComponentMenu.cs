namespace UnityEngine
{
    /// <summary>ScriptReference/AddComponentMenu; Runtime/Export/Scripting/Attributes.cs</summary>
    public sealed class AddComponentMenu : System.Attribute
    {
        // AddComponentMenu-ctor
        public AddComponentMenu(string menuName) { }
    }
}
