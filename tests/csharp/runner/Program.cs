using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace Koekata.Mapping.Runner
{
    /// <summary>Reads a case of JSON a line from standard input, and writes what came of it, a line each.</summary>
    internal static class Program
    {
        static int Main(string[] arguments)
        {
            using (var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)))
            using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)))
            {
                if (arguments.Length == 2 && arguments[0] == "--bench")
                    output.WriteLine(new Bench(Case.Read(input.ReadLine())).Run(Count(arguments[1])));
                else if (arguments.Length == 0)
                    Answer(input, output);
                else
                    return Misused();
            }
            return 0;
        }

        static int Count(string word)
        {
            return int.Parse(word, NumberStyles.Integer, CultureInfo.InvariantCulture);
        }

        static void Answer(TextReader input, TextWriter output)
        {
            string line;
            while ((line = input.ReadLine()) != null)
            {
                output.WriteLine(new Walk(Case.Read(line)).Run());
                output.Flush();
            }
        }

        static int Misused()
        {
            Console.Error.WriteLine("usage: koekata-mapping [--bench FRAMES] < cases");
            return 2;
        }
    }
}
