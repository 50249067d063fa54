using System.IO;
using System.Text;

namespace Koekata.Mapping
{
    /// <summary>From a file to a document: size, encoding, JSON.</summary>
    internal static class DocumentReader
    {
        const int MaxBytes = 1 << 20;

        /// <summary>The document; null where it cannot be read, and the faults of the source say why.</summary>
        internal static JsonNode Read(ITableFiles files, string path, out SourceText source)
        {
            source = new SourceText(path, "");
            byte[] bytes;
            try
            {
                bytes = files.Read(path, MaxBytes + 1);
            }
            catch (IOException error)
            {
                string message = "the file cannot be read: " + error.Message;
                source.Fault(FaultCode.Unreadable, 0, "", message, "Check the path and its permissions.");
                return null;
            }
            string text = bytes.Length > MaxBytes ? TooLarge(source) : Decode(bytes, source);
            if (text == null)
                return null;
            source = new SourceText(path, text);
            return JsonReader.Read(source);
        }

        static string TooLarge(SourceText source)
        {
            source.Fault(FaultCode.TooLarge, 0, "", "the file is longer than 1 MiB", "Split it with `extends`.");
            return null;
        }

        static string Decode(byte[] bytes, SourceText source)
        {
            bool marked = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF;
            int start = marked ? 3 : 0;
            try
            {
                return new UTF8Encoding(false, true).GetString(bytes, start, bytes.Length - start);
            }
            catch (DecoderFallbackException error)
            {
                string message = "byte " + Numbers.Plain(start + error.Index) + " is not UTF-8";
                source.Fault(FaultCode.Encoding, 0, "", message, "Save the file as UTF-8.");
                return null;
            }
        }
    }
}
