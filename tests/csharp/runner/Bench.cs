using System;
using System.Diagnostics;

namespace Koekata.Mapping.Runner
{
    /// <summary>Measures loading and evaluating one case.</summary>
    internal sealed class Bench
    {
        const int Batches = 7;
        const int WarmUps = 50;

        readonly Case test;

        internal Bench(Case test)
        {
            this.test = test;
        }

        internal string Run(int frames)
        {
            double load = Load();
            var evaluator = new Evaluator(new TableLoader(test.Files).Load(Case.TablePath));
            BenchFrame[] cycle = test.Frames.ConvertAll(node => new BenchFrame(node, evaluator)).ToArray();
            MappingFrame frame = evaluator.NewFrame();
            Cycle(evaluator, frame, cycle, WarmUps * cycle.Length);
            int each = Math.Max(1, frames / Batches);
            var times = new double[Batches];
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Batches; i++)
                times[i] = Cycle(evaluator, frame, cycle, each);
            double bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            return "{\"us_per_frame\": " + JsonText.Number(Median(times)) + ", \"bytes_per_frame\": " +
                JsonText.Number(bytes / (each * Batches)) + ", \"load_us\": " + JsonText.Number(load) + "}";
        }

        /// <summary>Microseconds to load and check, the first time, when all code is compiled, left out.</summary>
        double Load()
        {
            var loader = new TableLoader(test.Files);
            loader.Load(Case.TablePath);
            var times = new double[Batches];
            for (int i = 0; i < Batches; i++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                loader.Load(Case.TablePath);
                times[i] = watch.Elapsed.TotalMilliseconds * 1000.0;
            }
            return Median(times);
        }

        /// <summary>Microseconds a frame.</summary>
        static double Cycle(Evaluator evaluator, MappingFrame frame, BenchFrame[] cycle, int count)
        {
            // A Stopwatch would be counted as memory of the frames.
            long begin = Stopwatch.GetTimestamp();
            for (int i = 0, at = 0; i < count; i++)
            {
                cycle[at].Step(evaluator, frame);
                at = at + 1 == cycle.Length ? 0 : at + 1;
            }
            return (Stopwatch.GetTimestamp() - begin) * 1e6 / Stopwatch.Frequency / count;
        }

        static double Median(double[] times)
        {
            var sorted = (double[])times.Clone();
            Array.Sort(sorted);
            return sorted[sorted.Length / 2];
        }
    }
}
