using System.Collections.Generic;
using Koekata.Editing;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>Between the keys of the editing core and Unity's curves.</summary>
    internal static class UnityCurves
    {
        internal static AnimationCurve Of(IList<CurvePoint> points)
        {
            var keys = new Keyframe[points.Count];
            for (int i = 0; i < keys.Length; i++)
                keys[i] = new Keyframe(points[i].X, points[i].Y, points[i].SlopeIn, points[i].SlopeOut);
            var curve = new AnimationCurve(keys);
            for (int i = 0; i < keys.Length; i++)
                KeepSlopes(curve, i, points[i]);
            RestoreSlopes(curve, points);
            return curve;
        }

        internal static List<CurvePoint> Points(AnimationCurve curve)
        {
            var points = new List<CurvePoint>();
            foreach (Keyframe key in curve.keys)
                points.Add(new CurvePoint(key.time, key.value, key.inTangent, key.outTangent));
            return points;
        }

        // Otherwise the curve editor smooths them as soon as a neighbour moves.
        static void KeepSlopes(AnimationCurve curve, int i, CurvePoint point)
        {
            AnimationUtility.SetKeyBroken(curve, i, true);
            AnimationUtility.SetKeyLeftTangentMode(curve, i, Mode(point.SlopeIn));
            AnimationUtility.SetKeyRightTangentMode(curve, i, Mode(point.SlopeOut));
        }

        // The modes hold from now on, but a change of mode may have touched a slope.
        static void RestoreSlopes(AnimationCurve curve, IList<CurvePoint> points)
        {
            Keyframe[] keys = curve.keys;
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i].inTangent = points[i].SlopeIn;
                keys[i].outTangent = points[i].SlopeOut;
            }
            curve.keys = keys;
        }

        static AnimationUtility.TangentMode Mode(float slope)
        {
            return float.IsInfinity(slope) ? AnimationUtility.TangentMode.Constant : AnimationUtility.TangentMode.Free;
        }
    }
}
