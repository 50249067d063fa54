using System;
using System.IO;
using Koekata.Receiving;
using UnityEngine;
using UnityEngine.Events;

namespace Koekata
{
    /// <summary>
    /// Receives performers' faces. One is enough for all characters of a scene; several that name the same place share one
    /// connection. In the editor it listens outside play mode only while <see cref="Preview"/> is on.
    /// </summary>
    [AddComponentMenu("Koekata/Koekata Receiver")]
    [KoekataHelp("receiver")]
    [ExecuteAlways]
    [DefaultExecutionOrder(-500)]
    public sealed class KoekataReceiver : MonoBehaviour
    {
        const double SameMoment = 0.002;

        [SerializeField] ConnectionKind connection = ConnectionKind.ZeroMq;

        [SerializeField, Tooltip("Where the sender publishes, as it shows it.")]
        string address = "tcp://127.0.0.1:39600";

        [SerializeField, Tooltip("The address of this machine to listen at: 127.0.0.1 for this machine alone, 0.0.0.0 for the network.")]
        string host = "127.0.0.1";

        [SerializeField, Tooltip("39601 for Koekata's OSC, 39539 for VMC.")]
        int port = 39601;

        [SerializeField, Tooltip("The beginning of Koekata's OSC addresses.")]
        string prefix = "/koekata";

        [SerializeField, Tooltip("For an encrypted stream: the sender's public key, 40 characters.")]
        string serverKey = "";

        [SerializeField, Tooltip("For an encrypted stream: the file of the own key pair, outside the project (ZeroMQ certificate).")]
        string keyFile = "";

        [SerializeField] PlaybackOptions playback = new PlaybackOptions();

        [SerializeField, Tooltip("Told when the state changes.")]
        UnityEvent<ReceiverState> stateChanged = new UnityEvent<ReceiverState>();

        [NonSerialized] Receiver receiver;
        [NonSerialized] string problem = "";
        [NonSerialized] int refreshed = -1;
        [NonSerialized] bool preview;

        /// <summary>How things stand.</summary>
        public ReceiverState State { get; private set; }

        /// <summary>How things stand, for people, with what to do.</summary>
        public string StateText
        {
            get { return problem.Length > 0 ? problem : ReceiverStatus.Text(State, receiver, Place); }
        }

        /// <summary>The performers; null while not listening.</summary>
        public SubjectTable Subjects
        {
            get { return receiver == null ? null : receiver.Subjects; }
        }

        /// <summary>Where is listened.</summary>
        public string Place
        {
            get { return connection == ConnectionKind.ZeroMq ? address : "UDP port " + port; }
        }

        /// <summary>Whether it listens outside play mode. Never saved; off again after a reload of the scripts.</summary>
        public bool Preview
        {
            get { return preview; }
            set
            {
                bool changed = preview != value;
                preview = value;
                if (changed && isActiveAndEnabled && !Application.IsPlaying(this))
                    Reconnect();
            }
        }

        /// <summary>The moment of this frame by the local clock; the same for all characters.</summary>
        public double Now { get; private set; }

        /// <summary>Told when the state changes.</summary>
        public UnityEvent<ReceiverState> StateChanged
        {
            get { return stateChanged; }
        }

        /// <summary>The performer of a number; null before the first frame.</summary>
        public Subject Performer(int number)
        {
            return receiver == null ? null : receiver.Subjects.Find(number);
        }

        /// <summary>Seconds from capture to arrival, by the clocks of both machines; NaN where that cannot be told.</summary>
        public double Latency(int number)
        {
            return Receiving.Latency.OfNewest(Performer(number), LocalClock.Now(), DateTime.UtcNow);
        }

        /// <summary>Listens over ZeroMQ at an address.</summary>
        public void Connect(string zmqAddress)
        {
            connection = ConnectionKind.ZeroMq;
            address = zmqAddress;
            Reconnect();
        }

        /// <summary>Listens for OSC and VMC at a port.</summary>
        public void Connect(string listenHost, int listenPort)
        {
            connection = ConnectionKind.Osc;
            host = listenHost;
            port = listenPort;
            Reconnect();
        }

        /// <summary>Ends the connection and begins anew with the settings as they are.</summary>
        public void Reconnect()
        {
            Disconnect();
            if (isActiveAndEnabled && (preview || Application.IsPlaying(this)))
                Listen();
            Tell();
        }

        /// <summary>Takes in what has arrived, once in a frame; characters call it, whoever comes first.</summary>
        public void Refresh()
        {
            if (receiver == null || !IsNewFrame())
                return;
            playback.Apply(receiver.Subjects.Playback);
            receiver.Update();
            Now = LocalClock.Now();
            Tell();
        }

        // Outside play mode frames are not counted evenly.
        bool IsNewFrame()
        {
            if (!Application.IsPlaying(this))
                return LocalClock.Now() - Now > SameMoment;
            bool isNew = refreshed != Time.frameCount;
            refreshed = Time.frameCount;
            return isNew;
        }

        void OnEnable()
        {
            Reconnect();
        }

        // Unity calls this before it loads the scripts anew, too: the thread and the socket end here.
        void OnDisable()
        {
            Disconnect();
            Tell();
        }

        void LateUpdate()
        {
            Refresh();
        }

        void OnValidate()
        {
            port = Math.Max(0, Math.Min(65535, port));
        }

        void Listen()
        {
            try
            {
                receiver = SharedReceivers.Pool.Take(Key(), connection == ConnectionKind.ZeroMq ? (Func<Receiver>)OverZmq : OverUdp);
            }
            catch (Exception failure) when (failure is IOException || failure is FormatException || failure is UnauthorizedAccessException)
            {
                problem = "The key file \"" + keyFile + "\" cannot be used: " + failure.Message;
            }
        }

        void Disconnect()
        {
            problem = "";
            if (receiver != null)
                SharedReceivers.Pool.Release(receiver);
            receiver = null;
            refreshed = -1;
        }

        Receiver OverZmq()
        {
            var settings = new ZmqSettings { Address = address, ServerKey = serverKey };
            if (!string.IsNullOrEmpty(serverKey))
            {
                CurveCertificate own = CurveCertificate.Read(File.ReadAllText(keyFile));
                settings.PublicKey = own.PublicKey;
                settings.SecretKey = own.SecretKey;
            }
            return Begin(Receiver.OverZmq(settings, Settings()));
        }

        Receiver OverUdp()
        {
            return Begin(Receiver.OverUdp(new UdpSettings { Host = host, Port = port, Prefix = prefix }, Settings()));
        }

        PlaybackSettings Settings()
        {
            var settings = new PlaybackSettings();
            playback.Apply(settings);
            return settings;
        }

        Receiver Begin(Receiver made)
        {
            made.Subjects.Faults.Report = Warn;
            return made;
        }

        string Key()
        {
            return connection == ConnectionKind.ZeroMq
                ? "zmq " + address + " " + serverKey + " " + keyFile
                : "udp " + host + " " + port + " " + prefix;
        }

        void Tell()
        {
            ReceiverState now = problem.Length > 0 ? ReceiverState.Failed : ReceiverStatus.Of(receiver, LocalClock.Now());
            if (now == State)
                return;
            State = now;
            if (now == ReceiverState.Failed)
                Warn(StateText);
            stateChanged.Invoke(now);
        }

        static void Warn(string text)
        {
            Debug.LogWarning("Koekata: " + text, null);
        }
    }
}
