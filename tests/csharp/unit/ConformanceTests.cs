using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace Koekata.Mapping.Tests
{
    /// <summary>Walks mappings/conformance.</summary>
    [TestFixture]
    public sealed class ConformanceTests
    {
        /// <summary>Vectors that are evaluated.</summary>
        public static IEnumerable<TestCaseData> Apply()
        {
            return Vectors.Of("apply");
        }

        /// <summary>Vectors that are refused.</summary>
        public static IEnumerable<TestCaseData> Invalid()
        {
            return Vectors.Of("invalid");
        }

        [TestCaseSource("Apply")]
        public void FramesComeOutAsTheVectorSays(JObject test)
        {
            var loader = new TableLoader(Vectors.FilesOf(test));
            var evaluator = new Evaluator(loader.Load("table.json"));
            MappingFrame frame = evaluator.NewFrame();
            int index = 0;
            foreach (JToken vector in test["frames"])
            {
                if (vector["reload"] != null)
                    evaluator.Adopt(loader.LoadText(Vectors.Text(vector["reload"])));
                if (frame.Layout != evaluator.Layout)
                    frame = evaluator.NewFrame();
                VectorFrames.Fill(frame, vector);
                evaluator.Step(frame, VectorFrames.Number(vector["dt"]));
                VectorFrames.Check(vector, evaluator, "frame " + index++);
            }
        }

        [TestCaseSource("Invalid")]
        public void EveryFaultIsToldWhereItIs(JObject test)
        {
            var loader = new TableLoader(Vectors.FilesOf(test));
            var refused = Assert.Throws<MappingException>(() => loader.Load("table.json"));
            bool columns = test["faults"].Any(fault => fault["column"] != null);
            bool lines = test["text"] != null;
            var expected = test["faults"].Select(
                fault => Place(
                    (string)fault["code"], (string)fault["pointer"], (string)fault["file"] ?? "table.json",
                    lines ? (int)fault["line"] : 0, columns ? (int)fault["column"] : 0));
            var found = refused.Faults.Select(
                fault => Place(fault.Code, fault.Pointer, fault.File, lines ? fault.Line : 0, columns ? fault.Column : 0));
            Assert.That(found, Is.EquivalentTo(expected));
            foreach (Fault fault in refused.Faults)
                Assert.That(fault.Message.Length * fault.Remedy.Length * fault.Line * fault.Column, Is.GreaterThan(0));
        }

        static string Place(string code, string pointer, string file, int line, int column)
        {
            return code + " " + file + pointer + " " + line + ":" + column;
        }
    }
}
