using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Koekata.Editing.Runner
{
    /// <summary>Lets other languages ask the editing core: one request a line, as JSON; one answer a line.</summary>
    internal static class Program
    {
        static int Main(string[] arguments)
        {
            var commands = new Dictionary<string, Func<string[], JsonValue, JsonValue>>
            {
                { "draft", Drafting.Answer },
                { "record", Recording.Record },
                { "take", Recording.ReadTake },
                { "reduce", Recording.Reduce },
            };
            Func<string[], JsonValue, JsonValue> answer;
            if (arguments.Length < 1 || !commands.TryGetValue(arguments[0], out answer))
            {
                Console.Error.WriteLine("Usage: koekata-editing " + string.Join("|", new List<string>(commands.Keys).ToArray()) + " ...");
                return 2;
            }
            var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
            string line;
            while ((line = input.ReadLine()) != null)
                output.WriteLine(answer(arguments, new TableText(line).Find("")).ToString());
            output.Flush();
            return 0;
        }
    }
}
