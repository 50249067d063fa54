using System.Collections.Generic;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>
    /// Takes what stands on the model once in a frame, after the face was applied: every blendshape and bone that the table drives.
    /// Times are those of the frames, from the start.
    /// </summary>
    internal sealed class ClipRecorder
    {
        readonly KoekataFace face;
        readonly List<ClipTrack> tracks = new List<ClipTrack>();
        readonly List<float> times = new List<float>();
        double begun;
        int last = -1;

        internal ClipRecorder(KoekataFace face)
        {
            this.face = face;
            tracks.AddRange(ClipTracks.Of(face));
            begun = EditorApplication.timeSinceStartup;
            EditorApplication.update += Look;
        }

        internal IList<ClipTrack> Tracks
        {
            get { return tracks; }
        }

        internal float[] Times
        {
            get { return times.ToArray(); }
        }

        internal int Frames
        {
            get { return times.Count; }
        }

        internal float Seconds
        {
            get { return times.Count > 0 ? times[times.Count - 1] : 0f; }
        }

        internal void Stop()
        {
            EditorApplication.update -= Look;
        }

        // In play mode the editor's own update comes after LateUpdate of the same frame; a frame is taken once.
        void Look()
        {
            if (!face || Time.frameCount == last)
                return;
            last = Time.frameCount;
            float now = (float)(EditorApplication.timeSinceStartup - begun);
            if (times.Count > 0 && now <= times[times.Count - 1])
                return;
            times.Add(now);
            foreach (ClipTrack track in tracks)
                track.Take();
        }
    }
}
