namespace Koekata.Receiving
{
    /// <summary>Says how things stand with a receiver.</summary>
    public static class ReceiverStatus
    {
        /// <summary>The state at a moment of the local clock; of all performers the best counts. Null is off.</summary>
        public static ReceiverState Of(Receiver receiver, double now)
        {
            if (receiver == null)
                return ReceiverState.Off;
            if (receiver.Transport.Error.Length > 0)
                return ReceiverState.Failed;
            var best = ReceiverState.Waiting;
            for (int i = 0; i < receiver.Subjects.Count; i++)
            {
                ReceiverState state = Of(receiver.Subjects[i], now);
                if (best == ReceiverState.Waiting || state < best)
                    best = state;
            }
            return best;
        }

        /// <summary>The state of one performer; null has not been seen yet.</summary>
        public static ReceiverState Of(Subject subject, double now)
        {
            FaceFrame newest = subject == null ? null : subject.Buffer.Newest;
            if (newest == null)
                return ReceiverState.Waiting;
            if (subject.Stale(now))
                return ReceiverState.Stale;
            return newest.Tracked ? ReceiverState.Receiving : ReceiverState.FaceLost;
        }

        /// <summary>The state for people, with what to do. <paramref name="place"/> is where is listened.</summary>
        public static string Text(ReceiverState state, Receiver receiver, string place)
        {
            switch (state)
            {
                case ReceiverState.Off:
                    return "Not listening.";
                case ReceiverState.Waiting:
                    return "Nothing has come from " + place + " yet. Start the sender (koekata run), and check address, port and firewall.";
                case ReceiverState.Receiving:
                    return "Receiving from " + place + ".";
                case ReceiverState.FaceLost:
                    return "The sender sees no face" + Detail(receiver) + ".";
                case ReceiverState.Stale:
                    return "Nothing comes from " + place + " any more" + Detail(receiver) + ". Was the sender stopped?";
                default:
                    return receiver.Transport.Error;
            }
        }

        static string Detail(Receiver receiver)
        {
            StatusMessage status = receiver == null ? null : receiver.Subjects.Status;
            return status == null || string.IsNullOrEmpty(status.Detail) ? "" : " (" + status.Detail + ")";
        }
    }
}
