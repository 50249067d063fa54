using System;

namespace Koekata.Receiving
{
    /// <summary>What one component has of a receiver that it may share with others, and how things stand with it.</summary>
    public sealed class ReceiverLink
    {
        ReceiverPool pool;
        Receiver receiver;
        string place = "", problem = "";

        /// <summary>How things stood at the last <see cref="Look"/>.</summary>
        public ReceiverState State { get; private set; }

        /// <summary>How things stand, for people, with what to do.</summary>
        public string Text
        {
            get { return problem.Length > 0 ? problem : ReceiverStatus.Text(State, receiver, place); }
        }

        /// <summary>The performers; null while not listening.</summary>
        public SubjectTable Subjects
        {
            get { return receiver == null ? null : receiver.Subjects; }
        }

        /// <summary>
        /// Listens at a place. Where that cannot be begun, the state says so. <paramref name="report"/> is told of bad messages.
        /// </summary>
        public void Open(ReceiverPool shared, ReceiverPlace wanted, PlaybackSettings playback, Action<string> report)
        {
            Close();
            place = wanted.Name;
            try
            {
                receiver = shared.Take(wanted.Key, () => wanted.Open(playback));
                receiver.Subjects.Faults.Report = report;
                pool = shared;
            }
            catch (TransportException refusal)
            {
                problem = refusal.Message;
            }
        }

        /// <summary>Ends it; the connection goes on where others use it.</summary>
        public void Close()
        {
            problem = "";
            if (receiver != null)
                pool.Release(receiver);
            receiver = null;
        }

        /// <summary>Takes in what has arrived.</summary>
        public void Update()
        {
            if (receiver != null)
                receiver.Update();
        }

        /// <summary>Looks at how things stand, at a moment of the local clock. True where the state is another one now.</summary>
        public bool Look(double now)
        {
            ReceiverState before = State;
            State = problem.Length > 0 ? ReceiverState.Failed : ReceiverStatus.Of(receiver, now);
            return State != before;
        }
    }
}
