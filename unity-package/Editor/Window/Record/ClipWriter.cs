using System;
using System.Collections.Generic;
using Koekata.Editing;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>Makes an AnimationClip of a recording, with as few keys as the bounds allow.</summary>
    internal static class ClipWriter
    {
        const float FrameRate = 60f;
        const string Rotation = "m_LocalRotation.";

        /// <summary>Writes the clip; what was written, for people.</summary>
        internal static string Write(ClipRecorder recorded, string path, float shapeBound, float otherBound)
        {
            if (recorded.Frames == 0)
                return "Nothing was recorded: the face has to move, in play mode or in the preview.";
            var clip = new AnimationClip { frameRate = FrameRate };
            float[] times = recorded.Times;
            KeepSigns(recorded.Tracks);
            int keys = 0;
            var bindings = new List<EditorCurveBinding>();
            var curves = new List<AnimationCurve>();
            foreach (ClipTrack track in recorded.Tracks)
            {
                List<CurvePoint> points = new KeyReducer(times, track.Values, track.IsShape ? shapeBound : otherBound).Reduce();
                keys += points.Count;
                bindings.Add(EditorCurveBinding.FloatCurve(track.Path, track.Type, track.Property));
                curves.Add(UnityCurves.Of(points));
            }
            // All at once: Unity goes over the whole clip after each call.
            AnimationUtility.SetEditorCurves(clip, bindings.ToArray(), curves.ToArray());
            AssetDatabase.CreateAsset(clip, AssetDatabase.GenerateUniqueAssetPath(path));
            AssetDatabase.SaveAssets();
            return path + ": " + recorded.Tracks.Count + " curves, " + recorded.Frames * recorded.Tracks.Count + " samples in " + keys + " keys.";
        }

        // The four numbers of a bone's rotation follow one another.
        static void KeepSigns(IList<ClipTrack> tracks)
        {
            var parts = new List<float[]>();
            foreach (ClipTrack track in tracks)
            {
                if (!track.Property.StartsWith(Rotation, StringComparison.Ordinal))
                    continue;
                parts.Add(track.Values);
                if (parts.Count < 4)
                    continue;
                Rotations.KeepSigns(parts);
                parts.Clear();
            }
        }
    }
}
