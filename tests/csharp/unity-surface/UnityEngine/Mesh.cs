namespace UnityEngine
{
    /// <summary>ScriptReference/Mesh; Runtime/Export/Graphics/Mesh.bindings.cs, Mesh.cs</summary>
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

        // Mesh-vertices
        public Vector3[] vertices { get { throw new System.NotImplementedException(); } set { } }

        // Mesh-colors
        public Color[] colors { get { throw new System.NotImplementedException(); } set { } }

        // Mesh-triangles
        public int[] triangles { get { throw new System.NotImplementedException(); } set { } }

        // Mesh-bounds
        public Bounds bounds { get { throw new System.NotImplementedException(); } set { } }

        // Mesh.AddBlendShapeFrame
        public void AddBlendShapeFrame(string shapeName, float frameWeight, Vector3[] deltaVertices, Vector3[] deltaNormals, Vector3[] deltaTangents) { }

        // Mesh.RecalculateBounds
        public void RecalculateBounds() { }
    }
}
