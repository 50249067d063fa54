namespace UnityEngine
{
    /// <summary>ScriptReference/TextAsset; Runtime/Export/Scripting/TextAsset.bindings.cs</summary>
    public class TextAsset : Object
    {
        // TextAsset-text
        public string text { get { throw new System.NotImplementedException(); } }

        // TextAsset-dataSize (2021.2 and newer)
        public long dataSize { get { throw new System.NotImplementedException(); } }
    }
}
