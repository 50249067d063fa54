using System.Globalization;
using System.Text;

namespace Koekata.Mapping.Runner
{
    /// <summary>Writes JSON.</summary>
    internal static class JsonText
    {
        internal static string Number(double value)
        {
            return value.ToString("G17", CultureInfo.InvariantCulture);
        }

        internal static string Quoted(string text)
        {
            var found = new StringBuilder("\"");
            foreach (char c in text)
                if (c == '"' || c == '\\')
                    found.Append('\\').Append(c);
                else if (c < ' ')
                    found.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                else
                    found.Append(c);
            return found.Append('"').ToString();
        }
    }
}
