using Koekata.Receiving;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>A component's share of a connection.</summary>
    [TestFixture]
    public sealed class ReceiverLinkTests
    {
        const string Key = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";

        static readonly ReceiverPlace anyPort = ReceiverPlace.OverUdp("127.0.0.1", 0, "/koekata");

        ReceiverPool pool;
        ReceiverLink link;

        [SetUp]
        public void Begin()
        {
            pool = new ReceiverPool();
            link = new ReceiverLink();
        }

        [TearDown]
        public void End()
        {
            pool.Dispose();
        }

        [Test]
        public void BeforeItIsOpenedItIsOff()
        {
            Assert.That(link.Look(0.0), Is.False);
            Assert.That(link.State, Is.EqualTo(ReceiverState.Off));
            Assert.That(link.Text, Is.EqualTo("Not listening."));
            Assert.That(link.Subjects, Is.Null);
            link.Update();
            link.Close();
        }

        [Test]
        public void OpenedItWaitsAndSaysSoOnce()
        {
            Open(anyPort);
            Assert.That(link.Look(0.0), Is.True);
            Assert.That(link.Look(0.0), Is.False);
            Assert.That(link.State, Is.EqualTo(ReceiverState.Waiting));
            StringAssert.Contains("UDP port 0", link.Text);
            Assert.That(link.Subjects.Count, Is.EqualTo(0));
        }

        [Test]
        public void WhatStandsInTheWayIsToldUntilItIsOpenedAnew()
        {
            Open(ReceiverPlace.OverZmq("tcp://127.0.0.1:9", Key, ""));
            Assert.That(link.Look(0.0), Is.True);
            Assert.That(link.State, Is.EqualTo(ReceiverState.Failed));
            StringAssert.Contains("key pair", link.Text);
            Assert.That(pool.Count, Is.EqualTo(0));
            Open(anyPort);
            link.Look(0.0);
            Assert.That(link.State, Is.EqualTo(ReceiverState.Waiting));
        }

        [Test]
        public void ClosedItLeavesTheConnectionToOthers()
        {
            var other = new ReceiverLink();
            Open(anyPort);
            other.Open(pool, anyPort, new PlaybackSettings(), null);
            Assert.That(other.Subjects, Is.SameAs(link.Subjects));
            link.Close();
            link.Close();
            Assert.That(pool.Count, Is.EqualTo(1));
            other.Close();
            Assert.That(pool.Count, Is.EqualTo(0));
        }

        [Test]
        public void OpenedElsewhereItGivesTheFirstPlaceBack()
        {
            Open(anyPort);
            Open(ReceiverPlace.OverUdp("127.0.0.1", 0, "/other"));
            Assert.That(pool.Count, Is.EqualTo(1));
        }

        void Open(ReceiverPlace place)
        {
            link.Open(pool, place, new PlaybackSettings(), null);
        }
    }
}
