namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.StyleSheet</summary>
    public class StyleSheet : ScriptableObject
    {
    }
}
