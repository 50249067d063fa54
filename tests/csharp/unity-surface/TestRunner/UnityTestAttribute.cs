namespace UnityEngine.TestTools
{
    /// <summary>https://docs.unity3d.com/Packages/com.unity.test-framework@1.1/manual/reference-attribute-unitytest.html</summary>
    public class UnityTestAttribute : System.Attribute
    {
    }
}
