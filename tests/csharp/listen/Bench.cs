using System;
using System.Diagnostics;

namespace Koekata.Receiving.Runner
{
    /// <summary>What a message costs, and how late faces are shown for networks that jitter more and less.</summary>
    internal sealed class Bench
    {
        const int Messages = 20000;

        static readonly double[] jitters = { 0.0, 2.0, 8.0, 20.0 };

        internal string Run()
        {
            var parts = new string[jitters.Length];
            for (int i = 0; i < parts.Length; i++)
                parts[i] = Delay(jitters[i]);
            return "{" + Cost() + ", \"playback\": [" + string.Join(", ", parts) + "]}";
        }

        /// <summary>A minute at 60 frames per second, shown at 90.</summary>
        static string Delay(double jitterMs)
        {
            var made = new MadeUpStream(jitterMs / 1000.0, 7);
            double sum = 0.0, worst = 0.0, ending = 60.0;
            long shown = 0;
            for (double now = 2.0; now < ending; now += 1.0 / 90.0)
            {
                FaceFrame face = made.At(now);
                double late = now - made.Offset(now) - face.SenderS;
                sum += late;
                worst = Math.Max(worst, late);
                shown++;
            }
            JitterBuffer buffer = made.Buffer;
            return "{\"jitter_ms\": " + Json.Number(jitterMs) + ", \"delay_ms\": " + Json.Number(1000.0 * buffer.Delay) +
                ", \"behind_capture_ms\": " + Json.Number(1000.0 * sum / shown) + ", \"worst_ms\": " +
                Json.Number(1000.0 * worst) + ", \"extrapolated\": " + Json.Number((double)buffer.Extrapolated / shown) +
                ", \"held\": " + Json.Number((double)buffer.Held / shown) + "}";
        }

        static string Cost()
        {
            var packets = new Packet[Messages];
            var maker = new MessageMaker(61);
            for (int i = 0; i < Messages; i++)
            {
                packets[i] = new Packet();
                packets[i].Set(maker.Topic, i == 0 ? maker.Layout() : maker.Frame(i), i / 60.0);
            }
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            for (int i = 0; i < Messages / 2; i++)
            {
                intake.Take(packets[i]);
                intake.Subjects[0].Sample(i / 60.0);
            }
            long before = GC.GetAllocatedBytesForCurrentThread(), begin = Stopwatch.GetTimestamp();
            for (int i = Messages / 2; i < Messages; i++)
            {
                intake.Take(packets[i]);
                intake.Subjects[0].Sample(i / 60.0);
            }
            double microseconds = (Stopwatch.GetTimestamp() - begin) * 1e6 / Stopwatch.Frequency / (Messages / 2);
            double bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            return "\"us_per_frame\": " + Json.Number(microseconds) + ", \"bytes_per_frame\": " +
                Json.Number(bytes / (Messages / 2)) + ", \"frames\": " + intake.Subjects[0].Frames;
        }
    }
}
