namespace UnityEngine
{
    /// <summary>ScriptReference/Mesh</summary>
    public sealed class Mesh : Object
    {
        // Mesh-blendShapeCount
        public int blendShapeCount { get { throw new System.NotImplementedException(); } }

        // Mesh.GetBlendShapeName
        public string GetBlendShapeName(int shapeIndex) { throw new System.NotImplementedException(); }

        // Mesh.GetBlendShapeFrameCount
        public int GetBlendShapeFrameCount(int shapeIndex) { throw new System.NotImplementedException(); }

        // Mesh.GetBlendShapeFrameWeight
        public float GetBlendShapeFrameWeight(int shapeIndex, int frameIndex) { throw new System.NotImplementedException(); }
    }
}
