namespace UnityEngine
{
    /// <summary>ScriptReference/Hash128</summary>
    public struct Hash128
    {
        // Hash128.Compute
        public static Hash128 Compute(string data) { throw new System.NotImplementedException(); }

        // Hash128.ToString
        public override string ToString() { throw new System.NotImplementedException(); }
    }
}
