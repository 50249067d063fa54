namespace UnityEngine
{
    /// <summary>ScriptReference/TextAsset</summary>
    public class TextAsset : Object
    {
        // TextAsset-text
        public string text { get { throw new System.NotImplementedException(); } }

        // TextAsset-bytes
        public byte[] bytes { get { throw new System.NotImplementedException(); } }
    }
}
