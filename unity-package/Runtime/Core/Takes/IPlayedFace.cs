using System.Collections.Generic;

namespace Koekata.Takes
{
    /// <summary>What shows channels that are played.</summary>
    public interface IPlayedFace
    {
        /// <summary>Steps to a moment and shows it, with a share from 0 to 1. A negative step of time begins anew.</summary>
        void Show(IList<string> channels, IList<double> values, double time, double dt, double share);

        /// <summary>Steps to a moment without showing it.</summary>
        void Step(IList<string> channels, IList<double> values, double time, double dt);
    }
}
