namespace Koekata.Receiving
{
    /// <summary>Where messages of a transport go.</summary>
    public interface IIntake
    {
        /// <summary>The performers.</summary>
        SubjectTable Subjects { get; }

        /// <summary>Takes one message; never throws for what is in it.</summary>
        void Take(Packet packet);
    }
}
