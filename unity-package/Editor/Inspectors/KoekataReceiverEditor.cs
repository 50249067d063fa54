using Koekata.Receiving;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>The settings of a receiver, and how things stand.</summary>
    [CustomEditor(typeof(KoekataReceiver))]
    public sealed class KoekataReceiverEditor : UnityEditor.Editor
    {
        /// <inheritdoc/>
        public override void OnInspectorGUI()
        {
            DrawDefaultInspector();
            var receiver = (KoekataReceiver)target;
            EditorGUILayout.HelpBox(receiver.StateText, Severity(receiver.State));
            if (receiver.Subjects != null)
                for (int i = 0; i < receiver.Subjects.Count; i++)
                    ShowPerformer(receiver.Subjects[i]);
            if (!EditorApplication.isPlaying && GUILayout.Button(receiver.Preview ? "Stop listening" : "Listen outside play mode"))
                receiver.Preview = !receiver.Preview;
            if (GUILayout.Button("Connect anew"))
                receiver.Reconnect();
        }

        /// <inheritdoc/>
        public override bool RequiresConstantRepaint()
        {
            return ((KoekataReceiver)target).Subjects != null;
        }

        static void ShowPerformer(Subject subject)
        {
            EditorGUILayout.LabelField("Performer " + subject.Performer, subject.Frames + " frames, " + subject.Lost + " lost, " + subject.Outdated + " late");
        }

        static MessageType Severity(ReceiverState state)
        {
            if (state == ReceiverState.Failed)
                return MessageType.Error;
            return state == ReceiverState.FaceLost || state == ReceiverState.Stale ? MessageType.Warning : MessageType.Info;
        }
    }
}
