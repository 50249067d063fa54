using Koekata.Receiving;
using UnityEditor;
using UnityEngine;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>How things stand with the connection, the preview outside play mode, and the face at rest.</summary>
    internal sealed class ConnectionPanel : VisualElement
    {
        readonly WindowContext context;
        readonly HelpBox state = new HelpBox("", HelpBoxMessageType.Info);
        readonly Label figures = new Label("");
        readonly Toggle preview = new Toggle("Preview");
        readonly Button neutral;

        internal ConnectionPanel(WindowContext context)
        {
            this.context = context;
            preview.tooltip = "Listens and moves the face outside play mode. Nothing of it is saved.";
            preview.RegisterValueChangedCallback(change => Preview(change.newValue));
            neutral = Elements.Button("Take as neutral", Learn,
                "Takes the face of the next half second for the face at rest, in this editor only. The sender is not told.");
            VisualElement bar = Elements.Bar();
            bar.Add(preview);
            bar.Add(neutral);
            bar.Add(Elements.Button("Forget neutral", Forget, "Goes back to what the sender gives."));
            bar.Add(figures);
            Add(state);
            Add(bar);
        }

        internal void Tick()
        {
            KoekataFace face = context.Face;
            KoekataReceiver receiver = context.Receiver;
            preview.SetEnabled(face && !EditorApplication.isPlaying);
            preview.SetValueWithoutNotify(face && face.Preview);
            neutral.SetEnabled(face && face.Driver != null);
            if (receiver && receiver.Preview)
                receiver.Refresh();
            Tell(face, receiver);
        }

        void Tell(KoekataFace face, KoekataReceiver receiver)
        {
            if (!face)
                Set("Choose a Koekata Face above, or select one in the scene. GameObject > Koekata > Set Up Face makes one.", HelpBoxMessageType.Info);
            else if (!receiver)
                Set("This face has no receiver. GameObject > Koekata > Receiver makes one; then drag it into the face.", HelpBoxMessageType.Warning);
            else
                Set(receiver.StateText, Severity(receiver.State));
            figures.text = receiver ? Figures(face, receiver) : "";
        }

        static string Figures(KoekataFace face, KoekataReceiver receiver)
        {
            Subject subject = receiver.Performer(face.Performer);
            if (subject == null)
                return "";
            double latency = receiver.Latency(face.Performer);
            string late = double.IsNaN(latency) ? "latency unknown" : (latency * 1000.0).ToString("0") + " ms from camera to here";
            bool known = face.Driver != null && face.Driver.Neutral.Known;
            string learning = face.Driver != null && face.Driver.Neutral.Learning ? ", learning neutral" : known ? ", own neutral" : "";
            return subject.Producer + ", " + late + ", " + subject.Frames + " frames, " + subject.Lost + " lost" + learning;
        }

        static HelpBoxMessageType Severity(ReceiverState state)
        {
            if (state == ReceiverState.Failed)
                return HelpBoxMessageType.Error;
            return state == ReceiverState.FaceLost || state == ReceiverState.Stale ? HelpBoxMessageType.Warning : HelpBoxMessageType.Info;
        }

        void Set(string text, HelpBoxMessageType severity)
        {
            if (state.text == text && state.messageType == severity)
                return;
            state.text = text;
            state.messageType = severity;
        }

        void Preview(bool on)
        {
            if (context.Receiver)
                context.Receiver.Preview = on;
            if (context.Face)
                context.Face.Preview = on;
        }

        void Learn()
        {
            if (context.Face && context.Face.Driver != null)
                context.Face.Driver.Neutral.Learn();
        }

        void Forget()
        {
            if (context.Face && context.Face.Driver != null)
                context.Face.Driver.Neutral.Forget();
        }
    }
}
