using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Koekata.Receiving.Runner
{
    /// <summary>Listens, decodes or measures, and writes JSON.</summary>
    internal static class Program
    {
        const string Usage =
            "usage: koekata-listen zmq ADDRESS [option=value ...]    a line for each frame that arrives\n" +
            "       koekata-listen udp PORT [option=value ...]       the same for OSC and VMC\n" +
            "       koekata-listen decode                            a line of topic and payload in hex in, an answer out\n" +
            "       koekata-listen bench                             costs and delays\n" +
            "options: seconds, frames, stall (seconds without reading after the first frame), table, playback=smooth, prefix,\n" +
            "         server-key, public-key, secret-key, client (Automatic, Own: without libzmq, Library: libzmq)";

        static int Main(string[] arguments)
        {
            using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true })
            {
                string mode = arguments.Length == 0 ? "" : arguments[0];
                if ((mode == "zmq" || mode == "udp") && arguments.Length > 1)
                    new Listening(new Options(arguments), output).Run();
                else if (mode == "decode")
                    new Decoding(Console.In, output).Run();
                else if (mode == "bench")
                    output.WriteLine(new Bench().Run());
                else
                    return Misused();
            }
            return 0;
        }

        static int Misused()
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
    }
}
