using System.IO;
using System.Text;

namespace Koekata.Editing
{
    /// <summary>What is known of a recording and has no room in it: the file take.csv.json beside take.csv, as the sidecar writes it.</summary>
    internal static class TakeAbout
    {
        /// <summary>Says which face model was fitted. Without one nothing lies there: an older file spoke of another recording.</summary>
        internal static void Write(string take, string faceModel, string producer)
        {
            string path = take + ".json";
            if (string.IsNullOrEmpty(faceModel))
            {
                File.Delete(path);
                return;
            }
            int gap = producer.LastIndexOf(' ');
            string version = producer.Substring(gap + 1);
            string text = "{\n  \"face_model\": " + JsonWriter.Quoted(faceModel) + ",\n  \"koekata_version\": " +
                JsonWriter.Quoted(version) + "\n}\n";
            WholeFile.Write(path, new UTF8Encoding(false).GetBytes(text));
        }
    }
}
