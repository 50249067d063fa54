using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>A JSON value that somebody writes in one line.</summary>
    public static class JsonLine
    {
        /// <summary>Reads a value; null and what is wrong where it is none. An empty line is null and not wrong.</summary>
        public static JsonValue Read(string line, out string wrong)
        {
            wrong = "";
            if (line.Trim().Length == 0)
                return null;
            try
            {
                return new TableText("{\"value\": " + line + "}").Find("/value");
            }
            catch (MappingException error)
            {
                wrong = error.Faults[0].Message + ". " + error.Faults[0].Remedy;
                return null;
            }
        }
    }
}
