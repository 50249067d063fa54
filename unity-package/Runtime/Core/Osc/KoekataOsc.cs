namespace Koekata.Receiving
{
    /// <summary>Koekata's own OSC addresses: the section "OSC" of mappings/STREAM.md.</summary>
    internal sealed class KoekataOsc
    {
        readonly SubjectTable subjects;
        readonly KoekataOscFace[] faces = new KoekataOscFace[StreamLimits.Performer + 1];
        readonly StatusMessage status = new StatusMessage();

        internal KoekataOsc(SubjectTable subjects)
        {
            this.subjects = subjects;
        }

        /// <summary>Takes a message by its address after the prefix.</summary>
        internal StreamFault Take(OscMessage message, int start, int size, double sentS, double now)
        {
            if (Ascii.Same(message.Data, start, size, "status"))
                return TakeStatus(message);
            int performer = 0, digits = 0;
            while (digits < 3 && digits < size && IsDigit(message.Data[start + digits]))
                performer = 10 * performer + message.Data[start + digits++] - '0';
            if (digits == 0 || digits + 1 >= size || message.Data[start + digits] != '/')
                return StreamFault.None;
            if (performer > StreamLimits.Performer)
                return StreamFault.OutOfRange;
            KoekataOscFace face = Face(performer);
            return face == null ? StreamFault.None : face.Take(message, start + digits + 1, size - digits - 1, sentS, now);
        }

        StreamFault TakeStatus(OscMessage message)
        {
            if (!message.Has("ss"))
                return StreamFault.OscArguments;
            SourceState state = SourceStates.Find(message.Data, message.TextStart(0), message.TextLength(0));
            if (state == SourceState.Unknown)
                return StreamFault.OutOfRange;
            status.Take(state, message.Data, message.TextStart(1), message.TextLength(1));
            subjects.Status = status;
            return StreamFault.None;
        }

        KoekataOscFace Face(int performer)
        {
            if (faces[performer] == null)
            {
                Subject subject = subjects.Obtain(performer);
                faces[performer] = subject == null ? null : new KoekataOscFace(subject);
            }
            return faces[performer];
        }

        static bool IsDigit(byte sign)
        {
            return sign >= '0' && sign <= '9';
        }
    }
}
