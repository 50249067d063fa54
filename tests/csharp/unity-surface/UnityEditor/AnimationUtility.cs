namespace UnityEditor
{
    /// <summary>ScriptReference/AnimationUtility</summary>
    public class AnimationUtility
    {
        // AnimationUtility.SetEditorCurves
        public static void SetEditorCurves(UnityEngine.AnimationClip clip, EditorCurveBinding[] bindings, UnityEngine.AnimationCurve[] curves) { }

        // AnimationUtility.CalculateTransformPath
        public static string CalculateTransformPath(UnityEngine.Transform targetTransform, UnityEngine.Transform root) { throw new System.NotImplementedException(); }

        // AnimationUtility.SetKeyBroken
        public static void SetKeyBroken(UnityEngine.AnimationCurve curve, int index, bool broken) { }

        // AnimationUtility.SetKeyLeftTangentMode
        public static void SetKeyLeftTangentMode(UnityEngine.AnimationCurve curve, int index, TangentMode tangentMode) { }

        // AnimationUtility.SetKeyRightTangentMode
        public static void SetKeyRightTangentMode(UnityEngine.AnimationCurve curve, int index, TangentMode tangentMode) { }

        // AnimationUtility.TangentMode
        public enum TangentMode
        {
            // AnimationUtility.TangentMode.Free
            Free = 0,

            // AnimationUtility.TangentMode.Constant
            Constant = 3,
        }
    }
}
