using System.Collections.Generic;
using System.Linq;
using System.Text;
using Koekata.Mapping.Tests;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>Walks mappings/conformance/stream.</summary>
    [TestFixture]
    public sealed class StreamVectorTests
    {
        /// <summary>All vectors.</summary>
        public static IEnumerable<TestCaseData> All()
        {
            return Vectors.Of("stream");
        }

        [TestCaseSource("All")]
        public void MessagesAreReadAsTheVectorSays(JObject test)
        {
            var decoder = new StreamDecoder();
            byte[] payload = Hex.Bytes((string)test["payload_hex"]), topic = Encoding.ASCII.GetBytes((string)test["topic"]);
            bool taken = decoder.Decode(payload, payload.Length) != MessageKind.Refused && decoder.CheckTopic(topic, topic.Length);
            Assert.That(StreamFaults.Code(decoder.Fault), Is.EqualTo((string)test["error"] ?? ""));
            Assert.That(taken, Is.EqualTo(test["error"] == null));
            if (taken)
                Check(decoder, test["expected"]);
        }

        [Test]
        public void PayloadBeyondTheLimitIsRefusedBeforeItIsRead()
        {
            var decoder = new StreamDecoder();
            decoder.Decode(Enumerable.Repeat((byte)0xC1, 65537).ToArray(), 65537);
            Assert.That(decoder.Fault, Is.EqualTo(StreamFault.TooLarge));
        }

        static void Check(StreamDecoder decoder, JToken expected)
        {
            Assert.That(decoder.Session.ToString("x16"), Is.EqualTo((string)expected["session"]));
            if (decoder.Kind == MessageKind.Layout)
                CheckLayout(decoder.Layout, expected);
            else if (decoder.Kind == MessageKind.Status)
                CheckStatus(decoder.Status, expected);
            else if (decoder.Kind == MessageKind.Frame)
                CheckFrame(decoder.Frame, expected);
            else
                Assert.That((string)expected["type"], Is.Not.EqualTo("frame").And.Not.EqualTo("layout").And.Not.EqualTo("status"));
        }

        static void CheckLayout(LayoutMessage layout, JToken expected)
        {
            Assert.That(expected["type"].ToString(), Is.EqualTo("layout"));
            Assert.That(layout.Performer, Is.EqualTo((int)expected["performer"]));
            Assert.That(layout.Number, Is.EqualTo((long)expected["layout"]));
            Assert.That(layout.Names(), Is.EqualTo(expected["channels"].Select(name => (string)name)));
            Assert.That(layout.Producer, Is.EqualTo((string)expected["producer"]));
            Assert.That(layout.FaceModel, Is.EqualTo((string)expected["face_model"] ?? ""));
        }

        static void CheckStatus(StatusMessage status, JToken expected)
        {
            Assert.That(status.State.ToString().ToLowerInvariant(), Is.EqualTo((string)expected["state"]));
            Assert.That(status.Detail, Is.EqualTo((string)expected["detail"]));
            Assert.That(status.WallNs, Is.EqualTo((long)expected["wall_ns"]));
            Assert.That(
                Enumerable.Range(0, status.PerformerCount).Select(i => status.Performer(i)),
                Is.EqualTo(expected["performers"].Select(id => (int)id)));
        }

        static void CheckFrame(FrameMessage frame, JToken expected)
        {
            Assert.That(frame.Performer, Is.EqualTo((int)expected["performer"]));
            Assert.That(frame.Layout, Is.EqualTo((long)expected["layout"]));
            Assert.That(frame.Sequence, Is.EqualTo((long)expected["sequence"]));
            Assert.That(frame.TimelineS, Is.EqualTo((double)expected["timeline_s"]));
            Assert.That(frame.MonotonicNs, Is.EqualTo((long)expected["monotonic_ns"]));
            Assert.That(frame.WallNs, Is.EqualTo((long)expected["wall_ns"]));
            Assert.That(frame.SentNs, Is.EqualTo((long)expected["sent_ns"]));
            Assert.That(frame.Timecode(), Is.EqualTo((string)expected["timecode"]));
            Assert.That(frame.Tracked, Is.EqualTo((bool)expected["tracked"]));
            Assert.That(frame.Confidence, Is.EqualTo((double)expected["confidence"]));
            CheckNumbers(frame.Weights, frame.Count, expected["weights"]);
            CheckNumbers(frame.ChannelConfidence, frame.Count, expected["channel_confidence"]);
            CheckNumbers(frame.HeadRotation, 4, expected["head_rotation"]);
            CheckNumbers(frame.HeadYpr, 3, expected["head_ypr"]);
            CheckNumbers(frame.HeadTranslation, 3, expected["head_translation"]);
            CheckNumbers(frame.Gaze, 4, expected["gaze"]);
        }

        static void CheckNumbers(double[] found, int count, JToken expected)
        {
            Assert.That(found.Take(count), Is.EqualTo(expected.Select(value => (double)value)));
        }
    }
}
