using System.Globalization;

namespace Koekata.Mapping
{
    /// <summary>Numbers as text, the same in every culture.</summary>
    internal static class Numbers
    {
        internal static string Plain(double value)
        {
            return value.ToString("R", CultureInfo.InvariantCulture);
        }

        internal static string Plain(int value)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        internal static bool IsFinite(double value)
        {
            return !double.IsNaN(value) && !double.IsInfinity(value);
        }
    }
}
