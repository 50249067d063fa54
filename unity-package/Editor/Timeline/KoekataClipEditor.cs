using UnityEditor.Timeline;
using UnityEngine.Timeline;

namespace Koekata.Editor
{
    /// <summary>Shows on a clip what is wrong with its recording.</summary>
    [CustomTimelineEditor(typeof(KoekataClip))]
    public sealed class KoekataClipEditor : ClipEditor
    {
        /// <inheritdoc/>
        public override ClipDrawOptions GetClipOptions(TimelineClip clip)
        {
            ClipDrawOptions options = base.GetClipOptions(clip);
            var asset = clip.asset as KoekataClip;
            if (!asset)
                return options;
            bool read = asset.Take != null;
            options.errorText = asset.Recording ? asset.Problem : "Choose a recording (.csv).";
            options.tooltip = read ? asset.Take.Count + " rows, " + asset.Take.Duration.ToString("0.00") + " s" : "";
            return options;
        }
    }
}
