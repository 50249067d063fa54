using System;
using NUnit.Framework;

namespace Koekata.Mapping.Tests
{
    /// <summary>Frames cost no memory.</summary>
    [TestFixture]
    public sealed class AllocationTests
    {
        const int Frames = 50000;

        [Test]
        public void FramesBySlotAllocateNothing()
        {
            var evaluator = new Evaluator(new TableLoader().LoadText(Tables.Whole));
            MappingFrame frame = evaluator.NewFrame();
            int jaw = evaluator.Slot("jawOpen"), blink = evaluator.Slot("eyeBlinkLeft"), brow = evaluator.Slot("browDownLeft");
            Assert.That(BytesOf(i =>
            {
                frame.Clear();
                frame.Set(jaw, i % 11 / 10.0);
                frame.Set(blink, i % 7 / 6.0);
                frame.Set(brow, i % 100 / 99.0);
                frame.SetConfidence(blink, i % 3);
                frame.Tracked = i % 500 < 350;
                evaluator.Step(frame, 1.0 / 60.0);
            }), Is.EqualTo(0));
        }

        [Test]
        public void FramesByNameWithTriggersAndEventsAllocateNothing()
        {
            var evaluator = new Evaluator(new TableLoader().LoadText(Tables.Whole));
            MappingFrame frame = evaluator.NewFrame();
            double sum = 0.0;
            int fired = 0;
            Assert.That(BytesOf(i =>
            {
                frame.Clear();
                frame.Set("cheekPuff", i % 4 / 3.0);
                frame.Set("jawOpen", i % 11 / 10.0);
                frame.Set("nobody", 1.0);
                frame.SetTime(i / 60.0);
                frame.Fire("wave", "toggle");
                frame.Fire("nobody", "on");
                Outputs outputs = evaluator.Step(frame, 1.0 / 60.0);
                double value;
                if (outputs.TryGet("aa", out value))
                    sum += value;
                for (int k = 0; k < outputs.Events.Count; k++)
                    fired += outputs.Events[k].Length;
            }), Is.EqualTo(0));
            Assert.That(sum * fired, Is.GreaterThan(0.0));
        }

        [Test]
        public void TracedFramesAllocateNothingEither()
        {
            var evaluator = new Evaluator(new TableLoader().LoadText(Tables.Whole)) { Tracing = true };
            MappingFrame frame = evaluator.NewFrame();
            Assert.That(BytesOf(i =>
            {
                frame.Clear();
                frame.Set("jawOpen", i % 11 / 10.0);
                evaluator.Step(frame, 1.0 / 60.0);
            }), Is.EqualTo(0));
        }

        [Test]
        public void TheMeasureSeesWhatIsAllocated()
        {
            object kept = null;
            Assert.That(BytesOf(i => kept = new double[4]), Is.GreaterThanOrEqualTo(Frames * 32L));
            Assert.That(kept, Is.Not.Null);
        }

        static long BytesOf(Action<int> frame)
        {
            for (int i = 0; i < 2000; i++)
                frame(i);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Frames; i++)
                frame(i);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
