using System;
using System.Globalization;

namespace Koekata.Takes
{
    /// <summary>
    /// Live Link Face timecodes, HH:MM:SS:FF.mmm: FF counts sixtieths of a second whatever the rate of the recording, mmm
    /// thousandths of such a sixtieth.
    /// </summary>
    internal static class Timecodes
    {
        const int PartsPerSecond = 60 * 1000;
        const int DaySeconds = 86400;

        /// <summary>Seconds since midnight, or since the start of the source; a day begins anew.</summary>
        internal static string Format(double seconds)
        {
            const long day = (long)DaySeconds * PartsPerSecond;
            long parts = (long)Math.Round(seconds * PartsPerSecond, MidpointRounding.ToEven) % day;
            if (parts < 0)
                parts += day;
            long whole = parts / PartsPerSecond, frame = parts % PartsPerSecond / 1000;
            return string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}:{2:00}:{3:00}.{4:000}",
                whole / 3600, whole / 60 % 60, whole % 60, frame, parts % 1000);
        }

        /// <summary>The inverse; false for what is no timecode.</summary>
        internal static bool TryParse(string text, out double seconds)
        {
            seconds = 0.0;
            string[] fields = text.Trim().Replace(';', ':').Split(':', '.');
            int hours, minutes, whole, frame, part = 0;
            if (fields.Length < 4 || fields.Length > 5 || !Two(fields[0], out hours) || !Two(fields[1], out minutes) ||
                !Two(fields[2], out whole) || !Two(fields[3], out frame))
                return false;
            if (fields.Length == 5 && !(fields[4].Length >= 1 && fields[4].Length <= 3 && Digits(fields[4].PadRight(3, '0'), out part)))
                return false;
            seconds = hours * 3600 + minutes * 60 + whole + (frame + part / 1000.0) / 60.0;
            return true;
        }

        /// <summary>Lets the clock run on past midnight.</summary>
        internal static void Unwrap(double[] seconds)
        {
            double days = 0.0, last = seconds.Length > 0 ? seconds[0] : 0.0;
            for (int i = 0; i < seconds.Length; i++)
            {
                double now = seconds[i];
                if (now - last < -DaySeconds / 2.0)
                    days += DaySeconds;
                last = now;
                seconds[i] = now + days;
            }
        }

        static bool Two(string text, out int number)
        {
            number = 0;
            return text.Length == 2 && Digits(text, out number);
        }

        static bool Digits(string text, out int number)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        }
    }
}
