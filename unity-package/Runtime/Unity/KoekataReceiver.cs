using System;
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

        readonly ReceiverLink link = new ReceiverLink();
        [NonSerialized] int refreshed = -1;
        [NonSerialized] bool preview;

        /// <summary>How things stand.</summary>
        public ReceiverState State
        {
            get { return link.State; }
        }

        /// <summary>How things stand, for people, with what to do.</summary>
        public string StateText
        {
            get { return link.Text; }
        }

        /// <summary>The performers; null while not listening.</summary>
        public SubjectTable Subjects
        {
            get { return link.Subjects; }
        }

        /// <summary>Where is listened.</summary>
        public string Place
        {
            get { return Wanted().Name; }
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
            return link.Subjects == null ? null : link.Subjects.Find(number);
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
            link.Close();
            refreshed = -1;
            if (isActiveAndEnabled && (preview || Application.IsPlaying(this)))
                Open();
            Tell();
        }

        /// <summary>Takes in what has arrived, once in a frame; characters call it, whoever comes first.</summary>
        public void Refresh()
        {
            if (link.Subjects == null || !IsNewFrame())
                return;
            playback.Apply(link.Subjects.Playback);
            link.Update();
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
            link.Close();
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

        void Open()
        {
            var settings = new PlaybackSettings();
            playback.Apply(settings);
            link.Open(SharedReceivers.Pool, Wanted(), settings, Warn);
        }

        ReceiverPlace Wanted()
        {
            return connection == ConnectionKind.ZeroMq
                ? ReceiverPlace.OverZmq(address, serverKey, keyFile)
                : ReceiverPlace.OverUdp(host, port, prefix);
        }

        void Tell()
        {
            if (!link.Look(LocalClock.Now()))
                return;
            if (State == ReceiverState.Failed)
                Warn(StateText);
            stateChanged.Invoke(State);
        }

        static void Warn(string text)
        {
            Debug.LogWarning("Koekata: " + text, null);
        }
    }
}
