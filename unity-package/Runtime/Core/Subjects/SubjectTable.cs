using System.Collections.Generic;

namespace Koekata.Receiving
{
    /// <summary>The performers of one sender. Belongs to one thread.</summary>
    public sealed class SubjectTable
    {
        /// <summary>Performers beyond this many are left out, so that no sender can fill the memory.</summary>
        public const int Most = 16;

        readonly List<Subject> subjects = new List<Subject>(Most);
        ulong session;
        bool hasSession;

        /// <summary>Without any performer; all of them share the settings.</summary>
        public SubjectTable(PlaybackSettings playback)
        {
            Playback = playback;
            Faults = new FaultLog();
        }

        /// <summary>How frames are shown.</summary>
        public PlaybackSettings Playback { get; private set; }

        /// <summary>What was wrong with messages.</summary>
        public FaultLog Faults { get; private set; }

        /// <summary>What the source said last; null before that.</summary>
        public StatusMessage Status { get; internal set; }

        /// <summary>How often a sender was started, as far as was seen.</summary>
        public long Sessions { get; private set; }

        /// <summary>Messages of performers beyond <see cref="Most"/>.</summary>
        public long LeftOut { get; private set; }

        /// <summary>How many performers have been seen.</summary>
        public int Count
        {
            get { return subjects.Count; }
        }

        /// <summary>A performer by the order of being seen.</summary>
        public Subject this[int index]
        {
            get { return subjects[index]; }
        }

        /// <summary>The performer of a number; null before the first message.</summary>
        public Subject Find(int performer)
        {
            for (int i = 0; i < subjects.Count; i++)
                if (subjects[i].Performer == performer)
                    return subjects[i];
            return null;
        }

        /// <summary>Forgets sequence numbers and layouts when the sender was started anew.</summary>
        internal void Follow(ulong id)
        {
            if (hasSession && id == session)
                return;
            hasSession = true;
            session = id;
            Sessions++;
            for (int i = 0; i < subjects.Count; i++)
                subjects[i].Forget();
        }

        /// <summary>The performer of a number, made where there is room; null where there is none.</summary>
        internal Subject Obtain(int performer)
        {
            Subject found = Find(performer);
            if (found != null)
                return found;
            if (subjects.Count == Most)
            {
                LeftOut++;
                return null;
            }
            found = new Subject(performer, Playback);
            subjects.Add(found);
            return found;
        }
    }
}
