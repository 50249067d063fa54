using System.Collections.Generic;
using Koekata.Takes;

namespace Koekata
{
    /// <summary>A face that a track plays on.</summary>
    internal sealed class PlayedFace : IPlayedFace
    {
        internal PlayedFace(KoekataFace face)
        {
            Face = face;
        }

        internal KoekataFace Face { get; private set; }

        /// <inheritdoc/>
        public void Show(IList<string> channels, IList<double> values, double time, double dt, double share)
        {
            Pause(true);
            Face.Play(channels, values, time, dt, (float)share);
            Pause(false);
        }

        /// <inheritdoc/>
        public void Step(IList<string> channels, IList<double> values, double time, double dt)
        {
            // Without a table there is no driver, and nothing to step.
            if (Face.Driver == null)
                return;
            Pause(true);
            Face.Driver.Step(channels, values, time, dt);
            Pause(false);
        }

        // The face at rest that was learnt in the editor is that of whoever sat there, not of the recording.
        void Pause(bool paused)
        {
            if (Face.Driver != null)
                Face.Driver.Neutral.Paused = paused;
        }
    }
}
