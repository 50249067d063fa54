using System.Collections.Generic;
using Koekata.Mapping.Runner;

namespace Koekata.Receiving.Runner
{
    /// <summary>What was received, as JSON.</summary>
    internal static class Json
    {
        internal static string Quoted(string text)
        {
            return text == null ? "null" : JsonText.Quoted(text);
        }

        internal static string Number(double value)
        {
            return JsonText.Number(value);
        }

        internal static string Flag(bool value)
        {
            return value ? "true" : "false";
        }

        internal static string Array(double[] values, int count)
        {
            var found = new string[count];
            for (int i = 0; i < count; i++)
                found[i] = Number(values[i]);
            return "[" + string.Join(", ", found) + "]";
        }

        internal static string Texts(string[] values)
        {
            return "[" + string.Join(", ", System.Array.ConvertAll(values, Quoted)) + "]";
        }

        internal static string Face(Subject subject, FaceFrame face, string more)
        {
            var names = new string[face.Count];
            for (int i = 0; i < names.Length; i++)
                names[i] = face.Layout.Name(i);
            return "{\"performer\": " + subject.Performer + ", \"sequence\": " + face.Sequence +
                ", \"timeline_s\": " + Number(face.TimelineS) + ", \"monotonic_ns\": " + face.MonotonicNs +
                ", \"arrived_s\": " + Number(face.ArrivedS) + ", \"tracked\": " + Flag(face.Tracked) +
                ", \"confidence\": " + Number(face.Confidence) + ", \"channels\": " + Texts(names) +
                ", \"weights\": " + Array(face.Weights, face.Count) +
                ", \"channel_confidence\": " + Array(face.ChannelConfidence, face.Count) + Pose(face) + more + "}";
        }

        internal static string Summary(Receiver receiver)
        {
            var subjects = new List<string>();
            for (int i = 0; i < receiver.Subjects.Count; i++)
                subjects.Add(Counted(receiver.Subjects[i]));
            var faults = new List<string>();
            for (int i = 1; i < StreamFaults.Count; i++)
                if (receiver.Subjects.Faults.Of((StreamFault)i) > 0)
                    faults.Add(Quoted(StreamFaults.Code((StreamFault)i)) + ": " + receiver.Subjects.Faults.Of((StreamFault)i));
            return "{\"summary\": {\"subjects\": [" + string.Join(", ", subjects.ToArray()) + "], \"faults\": {" +
                string.Join(", ", faults.ToArray()) + "}, \"sessions\": " + receiver.Subjects.Sessions +
                ", \"overrun\": " + receiver.Transport.Packets.Overrun + "}}";
        }

        static string Pose(FaceFrame face)
        {
            return ", \"head_rotation\": " + (face.HasHead ? Array(face.HeadRotation, 4) : "null") +
                ", \"head_ypr\": " + (face.HasHead ? Array(face.HeadYpr, 3) : "null") +
                ", \"head_translation\": " + (face.HasTranslation ? Array(face.HeadTranslation, 3) : "null") +
                ", \"gaze\": " + (face.HasGaze ? Array(face.Gaze, 4) : "null");
        }

        static string Counted(Subject subject)
        {
            var targets = new List<string>();
            for (int i = 0; i < subject.Targets.Count; i++)
                targets.Add(Quoted(subject.Targets.Name(i)) + ": " + Number(subject.Targets[i]));
            return "{\"performer\": " + subject.Performer + ", \"frames\": " + subject.Frames + ", \"lost\": " + subject.Lost +
                ", \"outdated\": " + subject.Outdated + ", \"skipped\": " + subject.Skipped +
                ", \"producer\": " + Quoted(subject.Producer) + ", \"targets\": {" + string.Join(", ", targets.ToArray()) + "}}";
        }
    }
}
