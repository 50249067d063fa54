using System;

namespace Koekata.Mapping
{
    /// <summary>The categories of the VRM 1.0 presets that overrides dampen.</summary>
    internal static class VrmPresets
    {
        static readonly string[] Blink = { "blink", "blinkLeft", "blinkRight" };
        static readonly string[] LookAt = { "lookUp", "lookDown", "lookLeft", "lookRight" };
        static readonly string[] Mouth = { "aa", "ih", "ou", "ee", "oh" };

        internal static string CategoryOf(string expression)
        {
            if (Array.IndexOf(Blink, expression) >= 0)
                return "blink";
            if (Array.IndexOf(LookAt, expression) >= 0)
                return "look_at";
            return Array.IndexOf(Mouth, expression) >= 0 ? "mouth" : "none";
        }
    }
}
