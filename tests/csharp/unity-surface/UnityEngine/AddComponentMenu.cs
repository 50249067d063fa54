namespace UnityEngine
{
    /// <summary>ScriptReference/AddComponentMenu</summary>
    public sealed class AddComponentMenu : System.Attribute
    {
        // AddComponentMenu-ctor
        public AddComponentMenu(string menuName) { }
    }
}
