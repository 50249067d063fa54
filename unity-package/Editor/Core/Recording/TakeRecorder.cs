using System;
using System.IO;
using System.Text;
using Koekata.Receiving;
using Koekata.Takes;

namespace Koekata.Editing
{
    /// <summary>
    /// Writes every frame of a performer into a CSV file while it arrives. The file appears under its name when the recording is
    /// finished; until then, and after a crash, it lies beside with the ending .part.
    /// </summary>
    public sealed class TakeRecorder : IDisposable
    {
        const string Partial = ".part";

        readonly string path;
        readonly StreamWriter file;
        readonly TakeWriter writer;
        Subject subject;

        /// <summary>Begins to record.</summary>
        /// <exception cref="IOException">The file cannot be made.</exception>
        public TakeRecorder(string path, Subject subject)
        {
            this.path = path;
            this.subject = subject;
            file = new StreamWriter(path + Partial, false, new UTF8Encoding(false), 1 << 16);
            writer = new TakeWriter(file);
            subject.Arrived += Write;
        }

        /// <summary>Rows so far.</summary>
        public int Rows
        {
            get { return writer.Rows; }
        }

        /// <summary>What ended the recording early; empty where nothing did.</summary>
        public string Problem { get; private set; }

        /// <summary>Completes the file, and says beside it which face model was fitted. Without a row there is no file.</summary>
        /// <exception cref="IOException">It cannot be completed; what there is lies in the file with the ending .part.</exception>
        public void Finish()
        {
            if (subject == null)
                return;
            string model = subject.FaceModel, producer = subject.Producer;
            Stop();
            file.Dispose();
            if (writer.Rows == 0)
            {
                File.Delete(path + Partial);
                return;
            }
            WholeFile.MoveInto(path + Partial, path);
            TakeAbout.Write(path, model, producer);
        }

        /// <summary>Ends without a file, unless it is finished already.</summary>
        public void Dispose()
        {
            if (subject == null)
                return;
            Stop();
            file.Dispose();
            File.Delete(path + Partial);
        }

        void Stop()
        {
            subject.Arrived -= Write;
            subject = null;
        }

        // The frame comes out of the receiver, which must not end for a full disk.
        void Write(FaceFrame face)
        {
            try
            {
                writer.Add(face);
            }
            catch (IOException error)
            {
                Problem = error.Message;
                subject.Arrived -= Write;
            }
        }
    }
}
