using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>What was recorded of a real sidecar.</summary>
    internal static class Recordings
    {
        /// <summary>Pairs of capture by the sender's clock and arrival by the receiver's, in seconds.</summary>
        internal static List<double[]> Arrivals()
        {
            var folder = new DirectoryInfo(AppDomain.CurrentDomain.BaseDirectory);
            while (folder != null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "csharp", "unit")))
                folder = folder.Parent;
            Assert.That(folder, Is.Not.Null, "the folder tests/csharp/unit stands above the tests");
            string file = Path.Combine(folder.FullName, "tests", "csharp", "unit", "receiving", "arrivals.csv");
            var found = new List<double[]>();
            foreach (string line in File.ReadAllLines(file))
                if (char.IsDigit(line[0]))
                    found.Add(Array.ConvertAll(line.Split(','), part => double.Parse(part, CultureInfo.InvariantCulture)));
            return found;
        }
    }
}
