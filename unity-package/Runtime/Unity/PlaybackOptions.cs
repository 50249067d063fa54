using System;
using Koekata.Receiving;
using UnityEngine;

namespace Koekata
{
    /// <summary>How frames are shown, for the inspector.</summary>
    [Serializable]
    public sealed class PlaybackOptions
    {
        [SerializeField, Tooltip("Smooth shows an even flow, a little later. Latest shows the newest frame at once.")]
        PlaybackMode mode = PlaybackMode.Smooth;

        [SerializeField, Tooltip("The delay follows the network. Off: the delay below counts.")]
        bool adaptive = true;

        [SerializeField, Range(0f, 1f), Tooltip("Seconds behind the mean arrival, where the delay is not adaptive.")]
        float delay = 0.05f;

        [SerializeField, Range(0f, 1f), Tooltip("The greatest adaptive delay in seconds.")]
        float greatestDelay = 0.15f;

        [SerializeField, Range(0f, 0.2f), Tooltip("Seconds for which a movement goes on when the next frame is late.")]
        float extrapolation = 0.05f;

        /// <summary>Writes the options into the settings of a connection; they hold at once.</summary>
        public void Apply(PlaybackSettings settings)
        {
            settings.Mode = mode;
            settings.Adaptive = adaptive;
            settings.Delay = delay;
            settings.GreatestDelay = greatestDelay;
            settings.Extrapolation = extrapolation;
        }
    }
}
