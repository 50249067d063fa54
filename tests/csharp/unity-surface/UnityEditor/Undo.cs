namespace UnityEditor
{
    /// <summary>ScriptReference/Undo</summary>
    public class Undo
    {
        // Undo-undoRedoPerformed
        public static UndoRedoCallback undoRedoPerformed;

        // Undo.UndoRedoCallback
        public delegate void UndoRedoCallback();

        // Undo.RecordObject
        public static void RecordObject(UnityEngine.Object objectToUndo, string name) { }

        // Undo.RegisterCreatedObjectUndo
        public static void RegisterCreatedObjectUndo(UnityEngine.Object objectToUndo, string name) { }

        // Undo.AddComponent
        public static T AddComponent<T>(UnityEngine.GameObject gameObject) where T : UnityEngine.Component { throw new System.NotImplementedException(); }

        // Undo.ClearUndo
        public static void ClearUndo(UnityEngine.Object identifier) { }

        // Undo.FlushUndoRecordObjects
        public static void FlushUndoRecordObjects() { }

        // Undo.PerformUndo
        public static void PerformUndo() { }
    }
}
