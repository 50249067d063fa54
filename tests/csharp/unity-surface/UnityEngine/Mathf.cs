namespace UnityEngine
{
    /// <summary>ScriptReference/Mathf; Runtime/Export/Math/Mathf.cs</summary>
    public struct Mathf
    {
        // Mathf.Clamp
        public static int Clamp(int value, int min, int max) { throw new System.NotImplementedException(); }

        // Mathf.Clamp
        public static float Clamp(float value, float min, float max) { throw new System.NotImplementedException(); }

        // Mathf.Clamp01
        public static float Clamp01(float value) { throw new System.NotImplementedException(); }
    }
}
