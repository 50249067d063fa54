namespace UnityEngine
{
    /// <summary>ScriptReference/KeyCode; Runtime/Export/Input/KeyCode.cs</summary>
    public enum KeyCode
    {
        // KeyCode.Alpha1
        Alpha1 = 49,

        // KeyCode.Alpha2
        Alpha2 = 50,

        // KeyCode.Alpha3
        Alpha3 = 51,

        // KeyCode.Alpha4
        Alpha4 = 52,

        // KeyCode.Alpha5
        Alpha5 = 53,

        // KeyCode.Alpha6
        Alpha6 = 54,

        // KeyCode.Alpha7
        Alpha7 = 55,

        // KeyCode.Alpha8
        Alpha8 = 56,

        // KeyCode.Alpha9
        Alpha9 = 57,
    }
}
