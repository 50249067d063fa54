using System;
using System.Net.Sockets;
using System.Threading;

namespace Koekata.Receiving
{
    /// <summary>
    /// Receives on a thread of its own, and hands packets over without locks. What fails is said in <see cref="Error"/>, and
    /// tried again every second until the transport is closed.
    /// </summary>
    public abstract class Transport : IDisposable
    {
        /// <summary>Packets that are kept for a reader that stands still.</summary>
        const int Kept = 256;

        const int RetryMs = 1000;
        const int PatienceMs = 2000;

        readonly ManualResetEvent stop = new ManualResetEvent(false);
        readonly Thread thread;
        volatile bool stopping;
        volatile string error = "";

        internal Transport(string name)
        {
            Packets = new PacketRing(Kept);
            thread = new Thread(Run) { Name = name, IsBackground = true };
        }

        /// <summary>What has arrived; one thread may read.</summary>
        public PacketRing Packets { get; private set; }

        /// <summary>Why nothing can be received now, and how to mend it; empty while all is well.</summary>
        public string Error
        {
            get { return error; }
        }

        /// <summary>Whether the thread still runs.</summary>
        public bool Running
        {
            get { return thread.IsAlive; }
        }

        internal bool Stopping
        {
            get { return stopping; }
        }

        /// <summary>Begins to receive. Once only.</summary>
        public void Start()
        {
            thread.Start();
        }

        /// <summary>Ends the thread and frees the socket, within a fraction of a second. Safe to call twice.</summary>
        public void Dispose()
        {
            stopping = true;
            stop.Set();
            if (thread.IsAlive)
                thread.Join(PatienceMs);
        }

        /// <summary>Opens, receives until <see cref="Stopping"/>, and frees everything again.</summary>
        internal abstract void Receive();

        internal void Succeeded()
        {
            if (error.Length > 0)
                error = "";
        }

        void Run()
        {
            while (!stopping)
            {
                error = Attempt();
                if (!stopping)
                    stop.WaitOne(RetryMs);
            }
        }

        string Attempt()
        {
            try
            {
                Receive();
                return "";
            }
            catch (SocketException failure)
            {
                return failure.Message;
            }
            catch (TransportException failure)
            {
                return failure.Message;
            }
            catch (TypeLoadException failure)
            {
                // A library or one of its functions that is missing.
                return LibZmq.Missing(failure);
            }
            catch (BadImageFormatException failure)
            {
                return LibZmq.Missing(failure);
            }
        }
    }
}
