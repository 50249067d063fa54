namespace UnityEngine.TestTools
{
    /// <summary>https://docs.unity3d.com/Packages/com.unity.test-framework@1.1/manual/reference-custom-assertion.html</summary>
    public static class LogAssert
    {
        // LogAssert.Expect
        public static void Expect(LogType type, System.Text.RegularExpressions.Regex message) { }
    }
}
