using System;
using Koekata.Editing;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>A channel as a bar; paler where the sender is less sure, grey where it cannot see the channel.</summary>
    internal sealed class ChannelMeter : VisualElement
    {
        const float Palest = 0.35f;

        readonly VisualElement fill = new VisualElement();
        readonly Label number = new Label("");
        readonly float reach;
        readonly bool signed;
        double shown = double.NaN, sure = double.NaN;

        internal ChannelMeter(string channel)
        {
            reach = (float)ChannelRegions.Reach(channel);
            signed = ChannelRegions.IsSigned(channel);
            var name = new Label(channel);
            var track = new VisualElement();
            AddToClassList("koekata-meter");
            name.AddToClassList("koekata-meter__name");
            track.AddToClassList("koekata-meter__track");
            fill.AddToClassList("koekata-meter__fill");
            number.AddToClassList("koekata-meter__value");
            track.Add(fill);
            Add(name);
            Add(track);
            Add(number);
        }

        internal void Show(double value, double confidence)
        {
            if (value == shown && confidence == sure)
                return;
            shown = value;
            sure = confidence;
            EnableInClassList("koekata-meter--unseen", confidence <= 0.0);
            tooltip = confidence > 0.0 ? "confidence " + confidence.ToString("0.00") : "the sender cannot see this";
            number.text = confidence > 0.0 ? value.ToString(reach > 1f ? "0.0" : "0.00") : "-";
            float share = Math.Max(-1f, Math.Min(1f, (float)value / reach));
            float left = signed ? 50f + Math.Min(0f, share) * 50f : 0f;
            float width = signed ? Math.Abs(share) * 50f : Math.Max(0f, share) * 100f;
            fill.style.left = new Length(left, LengthUnit.Percent);
            fill.style.width = new Length(confidence > 0.0 ? width : 0f, LengthUnit.Percent);
            fill.style.opacity = Palest + (1f - Palest) * (float)confidence;
        }
    }
}
