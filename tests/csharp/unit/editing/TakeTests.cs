using System;
using System.IO;
using Koekata.Receiving;
using Koekata.Receiving.Runner;
using Koekata.Takes;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>Recordings in memory, mixed, and as files that are whole or not there.</summary>
    [TestFixture]
    public sealed class TakeTests : FolderFixture
    {
        [Test]
        public void BetweenTwoRowsValuesAreStraightAndOutsideTheyStand()
        {
            Take take = Read("00:00:01:00.000", 0.0, "00:00:02:00.000", 1.0);
            int jaw = take.Channels.IndexOf("jawOpen");
            var values = new double[take.Channels.Count];
            foreach (double[] pair in new[] { new[] { -1.0, 0.0 }, new[] { 0.25, 0.25 }, new[] { 1.0, 1.0 }, new[] { 5.0, 1.0 } })
            {
                take.Sample(pair[0], values);
                Assert.That(values[jaw], Is.EqualTo(pair[1]).Within(1e-12));
            }
            Assert.That(take.Duration, Is.EqualTo(1.0).Within(1e-9));
            Assert.That(take.Start, Is.EqualTo(1.0).Within(1e-9));
        }

        [Test]
        public void TwoRecordingsAreMixedByTheirWeights()
        {
            var mix = new TakeMix();
            Take low = Read("00:00:00:00.000", 0.2, "00:00:01:00.000", 0.2), high = Read("00:00:00:00.000", 0.8, "00:00:01:00.000", 0.8);
            mix.Add(low, 0.5, 0.25);
            mix.Add(high, 0.5, 0.75);
            int jaw = mix.Channels.IndexOf("jawOpen");
            Assert.That(mix.Values[jaw], Is.EqualTo(0.65).Within(1e-12));
            Assert.That(mix.Share, Is.EqualTo(1.0));
            mix.Clear();
            Assert.That(mix.Share, Is.EqualTo(0.0));
            mix.Add(low, 0.5, 0.5);
            Assert.That(mix.Values[jaw], Is.EqualTo(0.2).Within(1e-12), "an ease fades the face, not its channels");
            Assert.That(mix.Share, Is.EqualTo(0.5));
        }

        [Test]
        public void ARecordingWithoutAFrameLeavesNoFile()
        {
            string path = Path.Combine(folder, "take.csv");
            new TakeRecorder(path, Subject()).Finish();
            Assert.That(Directory.GetFiles(folder), Is.Empty);
        }

        [Test]
        public void ARecordingThatIsGivenUpLeavesTheOlderFile()
        {
            string path = Path.Combine(folder, "take.csv");
            File.WriteAllText(path, "older");
            new TakeRecorder(path, Subject()).Dispose();
            Assert.That(File.ReadAllText(path), Is.EqualTo("older"));
            Assert.That(Directory.GetFiles(folder).Length, Is.EqualTo(1));
        }

        [Test]
        public void AFolderThatIsNotThereIsToldAtOnce()
        {
            Assert.Throws<DirectoryNotFoundException>(() => new TakeRecorder(Path.Combine(folder, "no", "take.csv"), Subject()));
        }

        static Subject Subject()
        {
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            var maker = new MessageMaker(4);
            var packet = new Packet();
            packet.Set(maker.Topic, maker.Layout(), 0.0);
            intake.Take(packet);
            return intake.Subjects[0];
        }

        static Take Read(string first, double jaw, string second, double later)
        {
            var header = new StringWriter();
            new TakeWriter(header);
            string[] columns = header.ToString().Trim().Split(',');
            return TakeReader.Read(header + Row(columns, first, jaw) + Row(columns, second, later), "take.csv");
        }

        static string Row(string[] columns, string time, double jaw)
        {
            string row = time + ",61";
            for (int i = 2; i < columns.Length; i++)
                row += "," + (columns[i] == "JawOpen" ? jaw.ToString(System.Globalization.CultureInfo.InvariantCulture) : "0");
            return row + "\n";
        }
    }
}
