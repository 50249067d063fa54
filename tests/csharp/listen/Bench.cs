using System;
using System.Collections.Generic;
using System.Diagnostics;
using Koekata.Mapping;

namespace Koekata.Receiving.Runner
{
    /// <summary>What a message costs, and how late faces are shown for networks that jitter more and less.</summary>
    internal sealed class Bench
    {
        const int Messages = 20000;
        const int Batch = 200;
        const int Batches = Messages / 2 / Batch;
        const int Channels = 61;
        const int Rows = 120;

        static readonly double[] jitters = { 0.0, 2.0, 8.0, 20.0 };

        internal string Run()
        {
            var parts = new string[jitters.Length];
            for (int i = 0; i < parts.Length; i++)
                parts[i] = Delay(jitters[i]);
            return "{" + Cost() + ", \"rows\": " + Rows +
                ", \"playback\": [" + string.Join(", ", parts) + "]}";
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
            var maker = new MessageMaker(Channels) { Single = true };
            for (int i = 0; i < Messages; i++)
            {
                packets[i] = new Packet();
                packets[i].Set(maker.Topic, i == 0 ? maker.Layout() : maker.Frame(i), i / 60.0);
            }
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            var evaluator = new Evaluator(new TableLoader().LoadText(Table()));
            var input = new StreamInput();
            MappingFrame frame = evaluator.NewFrame();
            Play(packets, 0, Messages / 2, intake, input, evaluator, frame);
            var times = new double[Batches];
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Batches; i++)
            {
                long begin = Stopwatch.GetTimestamp();
                int first = Messages / 2 + i * Batch;
                Play(packets, first, first + Batch, intake, input, evaluator, frame);
                times[i] = (Stopwatch.GetTimestamp() - begin) * 1e6 / Stopwatch.Frequency / Batch;
            }
            double bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Array.Sort(times);
            return "\"us_per_frame\": " + Json.Number(times[Batches / 2]) + ", \"bytes_per_frame\": " +
                Json.Number(bytes / (Batches * Batch)) + ", \"frames\": " + Batches * Batch;
        }

        /// <summary>From the packet to the targets, for some packets.</summary>
        static void Play(
            Packet[] packets, int first, int end, StreamIntake intake, StreamInput input, Evaluator evaluator, MappingFrame frame)
        {
            for (int i = first; i < end; i++)
            {
                intake.Take(packets[i]);
                FaceFrame face = intake.Subjects[0].Sample(i / 60.0);
                if (face == null)
                    continue;
                input.Fill(face, i / 60.0, false, frame);
                evaluator.Step(frame, input.Dt);
            }
        }

        static string Table()
        {
            var inputs = new List<string>();
            var rows = new List<string>();
            for (int i = 1; i < Channels; i++)
                inputs.Add("{\"id\": \"" + MessageMaker.Name(i) + "\"}");
            for (int i = 0; i < Rows; i++)
                rows.Add("{\"id\": \"row" + i + "\", \"from\": \"" + MessageMaker.Name(i % Channels) + "\", \"to\": \"target" + i +
                    "\", \"gain\": 0.9, \"curve\": [[0, 0], [0.5, 0.4], [1, 1]]}");
            return "{\"version\": 1, \"inputs\": [" + string.Join(", ", inputs.ToArray()) + "], \"rows\": [" +
                string.Join(", ", rows.ToArray()) + "], \"regions\": [{\"id\": \"other\", \"attack\": 0.02, \"release\": 0.05}]}";
        }
    }
}
