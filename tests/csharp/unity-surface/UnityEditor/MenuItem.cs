namespace UnityEditor
{
    /// <summary>ScriptReference/MenuItem</summary>
    [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
    public sealed class MenuItem : System.Attribute
    {
        // MenuItem-ctor
        public MenuItem(string itemName) { }

        // MenuItem-ctor
        public MenuItem(string itemName, bool isValidateFunction) { }

        // MenuItem-ctor
        public MenuItem(string itemName, bool isValidateFunction, int priority) { }
    }
}
