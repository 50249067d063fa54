using System.IO;
using Koekata.Receiving;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>Places to receive at, as users set them.</summary>
    [TestFixture]
    public sealed class ReceiverPlaceTests
    {
        const string Public = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";
        const string Secret = "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs";

        string file;

        [SetUp]
        public void Begin()
        {
            file = Path.GetTempFileName();
        }

        [TearDown]
        public void End()
        {
            File.Delete(file);
        }

        [Test]
        public void EverySettingThatMattersTellsPlacesApart()
        {
            string[] keys =
            {
                ReceiverPlace.OverZmq("tcp://a:1", "", "").Key, ReceiverPlace.OverZmq("tcp://a:2", "", "").Key,
                ReceiverPlace.OverZmq("tcp://a:1", Public, "").Key, ReceiverPlace.OverZmq("tcp://a:1", Public, "own").Key,
                ReceiverPlace.OverUdp("127.0.0.1", 1, "/a").Key, ReceiverPlace.OverUdp("0.0.0.0", 1, "/a").Key,
                ReceiverPlace.OverUdp("127.0.0.1", 2, "/a").Key, ReceiverPlace.OverUdp("127.0.0.1", 1, "/b").Key,
            };
            Assert.That(keys, Is.Unique);
            Assert.That(ReceiverPlace.OverUdp("127.0.0.1", 1, "/a").Key, Is.EqualTo(keys[4]));
        }

        [Test]
        public void PlacesAreNamedAsPeopleKnowThem()
        {
            Assert.That(ReceiverPlace.OverZmq("tcp://a:1", "", "").Name, Is.EqualTo("tcp://a:1"));
            Assert.That(ReceiverPlace.OverUdp("127.0.0.1", 39601, "/koekata").Name, Is.EqualTo("UDP port 39601"));
        }

        [Test]
        public void WithoutEncryptionNoKeyFileIsRead()
        {
            ReceiverPlace.OverZmq("tcp://127.0.0.1:9", "", "no such file").Open(new PlaybackSettings()).Dispose();
        }

        [Test]
        public void TheOwnKeyPairIsReadFromItsFile()
        {
            File.WriteAllText(file, "public-key = \"" + Public + "\"\nsecret-key = \"" + Secret + "\"\n");
            ReceiverPlace.OverZmq("tcp://127.0.0.1:9", Public, file).Open(new PlaybackSettings()).Dispose();
        }

        [TestCase("", "name its file")]
        [TestCase("no such file", "\"no such file\" cannot be used")]
        [TestCase(".", "cannot be used")]
        public void AKeyFileThatIsNotThereIsTold(string keyFile, string expected)
        {
            StringAssert.Contains(expected, Refusal(keyFile));
        }

        [TestCase("no keys", "no ZeroMQ certificate")]
        [TestCase("public-key = \"" + Public + "\"", "no secret key")]
        public void AKeyFileThatIsNoneIsTold(string text, string expected)
        {
            File.WriteAllText(file, text);
            string refusal = Refusal(file);
            StringAssert.Contains(expected, refusal);
            StringAssert.Contains(file, refusal);
        }

        static string Refusal(string keyFile)
        {
            ReceiverPlace place = ReceiverPlace.OverZmq("tcp://127.0.0.1:9", Public, keyFile);
            return Assert.Throws<TransportException>(() => place.Open(new PlaybackSettings())).Message;
        }
    }
}
