using System;
using System.IO;
using Koekata.Editing;
using Koekata.Receiving;
using UnityEditor;
using UnityEditor.UIElements;
using UnityEngine;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>Records what the face does into an AnimationClip, and what the performer does into a CSV file.</summary>
    internal sealed class RecordView : VisualElement, IWindowView
    {
        readonly WindowContext context;
        readonly FloatField weightBound = new FloatField("Bound of blendshapes");
        readonly FloatField angleBound = new FloatField("Bound of rotations");
        readonly Label state = Elements.Text("");
        readonly Button clipButton, takeButton;
        ClipRecorder clip;
        TakeRecorder take;

        internal RecordView(WindowContext context)
        {
            this.context = context;
            weightBound.value = 0.5f;
            weightBound.tooltip = "At no recorded frame does the clip differ by more, in percent of a blendshape.";
            angleBound.value = 0.001f;
            angleBound.tooltip = "The same for the four numbers of a rotation; 0.001 is about a tenth of a degree. Positions: in metres.";
            clipButton = Elements.Button("", ToggleClip, "What the face does: blendshapes and bones that its table drives.");
            takeButton = Elements.Button("", ToggleTake, "What the performer does: every frame as it comes, in the layout of `koekata solve`.");
            Add(Elements.Title("AnimationClip"));
            Add(weightBound);
            Add(angleBound);
            Add(clipButton);
            Add(Elements.Title("Channels (CSV)"));
            Add(takeButton);
            Add(state);
            RegisterEnd();
        }

        /// <inheritdoc/>
        public void Tick()
        {
            clipButton.text = clip == null ? "Record the face" : "Stop (" + clip.Frames + " frames, " + clip.Seconds.ToString("0.0") + " s)";
            takeButton.text = take == null ? "Record the performer" : "Stop (" + take.Rows + " frames)";
            clipButton.SetEnabled(clip != null || (context.Face && context.Face.Outputs != null));
            takeButton.SetEnabled(take != null || Performer() != null);
            if (take != null && take.Problem != null)
                state.text = "The recording has ended early: " + take.Problem;
        }

        Subject Performer()
        {
            return context.Receiver ? context.Receiver.Performer(context.Face.Performer) : null;
        }

        void ToggleClip()
        {
            if (clip == null)
            {
                clip = new ClipRecorder(context.Face);
                return;
            }
            clip.Stop();
            string path = EditorUtility.SaveFilePanelInProject("Save the clip", context.Face ? context.Face.name : "Face", "anim", "");
            if (!string.IsNullOrEmpty(path))
                state.text = ClipWriter.Write(clip, path, weightBound.value, angleBound.value);
            clip = null;
        }

        void ToggleTake()
        {
            try
            {
                if (take != null)
                    EndTake();
                else
                    BeginTake();
            }
            catch (IOException error)
            {
                state.text = error.Message;
                take = null;
            }
        }

        void BeginTake()
        {
            string name = DateTime.Now.ToString("yyyy-MM-dd_HH-mm-ss");
            string path = EditorUtility.SaveFilePanel("Record the performer", "Assets", name, "csv");
            if (!string.IsNullOrEmpty(path))
                take = new TakeRecorder(path, Performer());
        }

        void EndTake()
        {
            int rows = take.Rows;
            take.Finish();
            take = null;
            state.text = rows + " frames were written.";
            AssetDatabase.Refresh();
        }

        void RegisterEnd()
        {
            AssemblyReloadEvents.beforeAssemblyReload += End;
            EditorApplication.quitting += End;
        }

        /// <summary>A reload of the scripts, or the end of the window or the editor, keeps what was recorded of the performer.</summary>
        internal void End()
        {
            AssemblyReloadEvents.beforeAssemblyReload -= End;
            EditorApplication.quitting -= End;
            if (clip != null)
                clip.Stop();
            try
            {
                if (take != null)
                    take.Finish();
            }
            catch (IOException error)
            {
                Debug.LogError("Koekata: the recording could not be completed: " + error.Message, context.Face);
            }
            take = null;
        }
    }
}
