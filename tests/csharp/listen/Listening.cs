using System.Collections.Generic;
using System.IO;
using System.Threading;
using Koekata.Mapping;

namespace Koekata.Receiving.Runner
{
    /// <summary>Prints every new frame of every performer, as a game would see it that ticks all the time.</summary>
    internal sealed class Listening
    {
        readonly Options options;
        readonly TextWriter output;
        readonly Dictionary<Subject, long> printed = new Dictionary<Subject, long>();
        readonly PlaybackSettings playback = new PlaybackSettings();
        readonly StreamInput input = new StreamInput();
        readonly Evaluator evaluator;
        string state = "", error = "";
        long sessions;

        internal Listening(Options options, TextWriter output)
        {
            this.options = options;
            this.output = output;
            playback.Mode = options.Text("playback", "latest") == "smooth" ? PlaybackMode.Smooth : PlaybackMode.Latest;
            string table = options.Text("table", "");
            evaluator = table.Length == 0 ? null : new Evaluator(new TableLoader().Load(table));
        }

        internal void Run()
        {
            double end = LocalClock.Now() + options.Number("seconds", 60.0);
            long wanted = (long)options.Number("frames", 1e9);
            using (Receiver receiver = options.Receiver(playback))
            {
                receiver.Subjects.Faults.Report = text => output.WriteLine("{\"fault\": " + Json.Quoted(text) + "}");
                receiver.Start();
                bool stalled = options.Number("stall", 0.0) <= 0.0;
                while (LocalClock.Now() < end && Frames(receiver) < wanted)
                {
                    receiver.Update();
                    Tell(receiver);
                    if (!stalled && Frames(receiver) > 0)
                    {
                        Thread.Sleep((int)(1000.0 * options.Number("stall", 0.0)));
                        stalled = true;
                    }
                    Thread.Sleep(2);
                }
                output.WriteLine(Json.Summary(receiver));
                receiver.Dispose();
                output.WriteLine("{\"closed\": " + Json.Flag(!receiver.Transport.Running) + "}");
            }
        }

        void Tell(Receiver receiver)
        {
            TellState(receiver);
            for (int i = 0; i < receiver.Subjects.Count; i++)
            {
                Subject subject = receiver.Subjects[i];
                long before;
                if (printed.TryGetValue(subject, out before) && before == subject.Frames)
                    continue;
                printed[subject] = subject.Frames;
                FaceFrame face = subject.Sample(LocalClock.Now());
                if (face != null)
                    output.WriteLine(Json.Face(subject, face, Mapped(face)));
            }
        }

        void TellState(Receiver receiver)
        {
            StatusMessage status = receiver.Subjects.Status;
            string now = status == null ? "" : status.State.ToString();
            if (now != state || sessions != receiver.Subjects.Sessions)
                output.WriteLine("{\"state\": " + Json.Quoted(now) + ", \"sessions\": " + receiver.Subjects.Sessions + "}");
            state = now;
            sessions = receiver.Subjects.Sessions;
            if (receiver.Transport.Error != error)
                output.WriteLine("{\"error\": " + Json.Quoted(receiver.Transport.Error) + "}");
            error = receiver.Transport.Error;
        }

        string Mapped(FaceFrame face)
        {
            if (evaluator == null)
                return "";
            MappingFrame frame = evaluator.NewFrame();
            input.Fill(face, face.SenderS, false, frame);
            Outputs outputs = evaluator.Step(frame, input.Dt);
            var values = new List<string>();
            for (int i = 0; i < outputs.Count; i++)
                if (outputs.Has(i))
                    values.Add(Json.Quoted(evaluator.Table.Targets[i].Id) + ": " + Json.Number(outputs[i]));
            return ", \"dt\": " + Json.Number(input.Dt) + ", \"mapped\": {" + string.Join(", ", values.ToArray()) + "}";
        }

        static long Frames(Receiver receiver)
        {
            long sum = 0;
            for (int i = 0; i < receiver.Subjects.Count; i++)
                sum += receiver.Subjects[i].Frames;
            return sum;
        }
    }
}
