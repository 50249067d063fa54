namespace UnityEngine
{
    /// <summary>ScriptReference/Hash128; Runtime/Export/Hashing/Hash128.bindings.cs</summary>
    public struct Hash128
    {
        // Hash128.Compute
        public static Hash128 Compute(string data) { throw new System.NotImplementedException(); }

        // Hash128.ToString
        public override string ToString() { throw new System.NotImplementedException(); }
    }
}
