using System.Globalization;
using System.Threading;
using NUnit.Framework;

namespace Koekata.Mapping.Tests
{
    /// <summary>Where a comma separates decimals, tables and messages are the same.</summary>
    [TestFixture]
    public sealed class CultureTests
    {
        CultureInfo before;

        [SetUp]
        public void Begin()
        {
            before = Thread.CurrentThread.CurrentCulture;
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            german.NumberFormat.NumberGroupSeparator = ".";
            german.NumberFormat.NegativeSign = "~";
            Thread.CurrentThread.CurrentCulture = german;
        }

        [TearDown]
        public void End()
        {
            Thread.CurrentThread.CurrentCulture = before;
        }

        [TestCase("de-DE")]
        [TestCase("tr-TR")]
        [TestCase("sv-SE")]
        [TestCase("")]
        public void NumbersAreReadTheSame(string name)
        {
            if (name.Length > 0)
                Thread.CurrentThread.CurrentCulture = new CultureInfo(name);
            const string formula = @", ""gain"": 1.5, ""offset"": -2.5e-1, ""invert"": true";
            var evaluator = new Evaluator(new TableLoader().LoadText(Tables.Row(formula)));
            MappingFrame frame = evaluator.NewFrame();
            frame.Set("jawOpen", 0.5);
            Assert.That(evaluator.Step(frame, 0.1)[0], Is.EqualTo(0.5));
        }

        [Test]
        public void WordsAreReadTheSameWhereTheLettersOfIAreOthers()
        {
            Thread.CurrentThread.CurrentCulture = new CultureInfo("tr-TR");
            var evaluator = new Evaluator(new TableLoader().LoadText(Tables.Whole));
            MappingFrame frame = evaluator.NewFrame();
            frame.Set("jawOpen", 0.5);
            double value;
            Assert.That(evaluator.Step(frame, 0.1).TryGet("Sheet", out value), Is.True);
            Assert.That(value, Is.EqualTo(1.0));
        }

        [Test]
        public void MessagesHaveTheNumbersOfTheFile()
        {
            var loader = new TableLoader();
            var refused = Assert.Throws<MappingException>(() => loader.LoadText(Tables.Row(@", ""gain"": -1000.5")));
            Assert.That(refused.Message, Is.StringContaining("-1000.5 is outside -1000 to 1000"));
        }
    }
}
