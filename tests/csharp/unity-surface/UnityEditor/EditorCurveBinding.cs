namespace UnityEditor
{
    /// <summary>ScriptReference/EditorCurveBinding</summary>
    public struct EditorCurveBinding
    {
        // EditorCurveBinding.FloatCurve
        public static EditorCurveBinding FloatCurve(string inPath, System.Type inType, string inPropertyName) { throw new System.NotImplementedException(); }
    }
}
