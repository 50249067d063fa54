using System;

namespace Koekata.Receiving
{
    /// <summary>How long a frame took from its capture to here, by the wall clocks of both machines.</summary>
    public static class Latency
    {
        const double Plausible = 10.0;
        static readonly DateTime epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        /// <summary>
        /// Seconds from capture to arrival of the newest frame. NaN where the sender does not say when, or where the clocks
        /// differ too much to tell. <paramref name="now"/> and <paramref name="utc"/> are the same moment.
        /// </summary>
        public static double OfNewest(Subject subject, double now, DateTime utc)
        {
            FaceFrame newest = subject == null ? null : subject.Buffer.Newest;
            if (newest == null || newest.WallNs <= 0)
                return double.NaN;
            double arrived = (utc - epoch).TotalSeconds - (now - newest.ArrivedS);
            double taken = arrived - newest.WallNs * 1e-9;
            return taken < -0.001 || taken > Plausible ? double.NaN : Math.Max(0.0, taken);
        }
    }
}
