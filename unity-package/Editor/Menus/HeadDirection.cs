using System;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>Where a head looks, in Unity's axes: y up, z forward, left-handed; the performer's left is at -x.</summary>
    internal static class HeadDirection
    {
        /// <summary>A direction of length 1. Yaw is positive to the performer's left, pitch up, both in degrees.</summary>
        internal static Vector3 Of(double yaw, double pitch)
        {
            double y = yaw * Math.PI / 180.0, p = pitch * Math.PI / 180.0;
            return new Vector3((float)(-Math.Sin(y) * Math.Cos(p)), (float)Math.Sin(p), (float)(Math.Cos(y) * Math.Cos(p)));
        }
    }
}
