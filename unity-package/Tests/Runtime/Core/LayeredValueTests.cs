using Koekata.Binding;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>A value that animation may write as well.</summary>
    [TestFixture]
    public sealed class LayeredValueTests
    {
        [Test]
        public void AValueThatNothingAnimatesIsMixedWithWhatStoodThereAtFirst()
        {
            var layer = new LayeredValue();
            float scene = 10f;
            for (int i = 0; i < 5; i++)
            {
                scene = layer.Mixed(scene, 50f, 0.5f);
                layer.Remember(scene);
            }
            Assert.That(scene, Is.EqualTo(30f));
        }

        [Test]
        public void WhatAnimationWritesIsWhatTheFaceIsMixedWith()
        {
            var layer = new LayeredValue();
            layer.Remember(layer.Mixed(0f, 100f, 0.5f));
            Assert.That(layer.Mixed(20f, 100f, 0.5f), Is.EqualTo(60f));
        }

        [Test]
        public void GivingBackPutsBackWhatStoodThere()
        {
            var layer = new LayeredValue();
            float scene = layer.Mixed(10f, 50f, 1f), back;
            layer.Remember(scene);
            Assert.That(layer.Release(scene, out back), Is.True);
            Assert.That(back, Is.EqualTo(10f));
        }

        [Test]
        public void GivingBackLeavesWhatSomebodyElseHasWrittenSince()
        {
            var layer = new LayeredValue();
            float back;
            layer.Remember(layer.Mixed(10f, 50f, 1f));
            Assert.That(layer.Release(33f, out back), Is.False);
        }
    }
}
