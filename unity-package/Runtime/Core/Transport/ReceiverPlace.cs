using System;
using System.IO;

namespace Koekata.Receiving
{
    /// <summary>Where frames are awaited, as a user sets it: over ZeroMQ, encrypted where there is a key, or over UDP.</summary>
    public sealed class ReceiverPlace
    {
        readonly Func<PlaybackSettings, Receiver> open;

        ReceiverPlace(string key, string name, Func<PlaybackSettings, Receiver> open)
        {
            Key = key;
            Name = name;
            this.open = open;
        }

        /// <summary>Tells places apart: whoever has the same key can share a receiver.</summary>
        public string Key { get; private set; }

        /// <summary>The place for people.</summary>
        public string Name { get; private set; }

        /// <summary>
        /// The stream at an address, as the sender shows it. <paramref name="serverKey"/> is the sender's public key, and empty
        /// for a stream without encryption; only with it the file of the own key pair is read.
        /// </summary>
        public static ReceiverPlace OverZmq(string address, string serverKey, string keyFile)
        {
            string key = "zmq " + address + " " + serverKey + " " + keyFile;
            return new ReceiverPlace(key, address, playback => Receiver.OverZmq(Settings(address, serverKey, keyFile), playback));
        }

        /// <summary>Koekata's OSC, and VMC, at a port of this machine.</summary>
        public static ReceiverPlace OverUdp(string host, int port, string prefix)
        {
            var settings = new UdpSettings { Host = host, Port = port, Prefix = prefix };
            string key = "udp " + host + " " + port + " " + prefix;
            return new ReceiverPlace(key, "UDP port " + port, playback => Receiver.OverUdp(settings, playback));
        }

        /// <summary>A receiver of this place, not yet started.</summary>
        /// <exception cref="TransportException">The file of the own key pair cannot be used.</exception>
        public Receiver Open(PlaybackSettings playback)
        {
            return open(playback);
        }

        static ZmqSettings Settings(string address, string serverKey, string keyFile)
        {
            var settings = new ZmqSettings { Address = address, ServerKey = serverKey };
            if (string.IsNullOrEmpty(serverKey))
                return settings;
            CurveCertificate own = Own(keyFile);
            settings.PublicKey = own.PublicKey;
            settings.SecretKey = own.SecretKey;
            return settings;
        }

        static CurveCertificate Own(string keyFile)
        {
            if (string.IsNullOrEmpty(keyFile))
                throw new TransportException("An encrypted stream needs a key pair of one's own: name its file.");
            CurveCertificate own;
            try
            {
                own = CurveCertificate.Read(File.ReadAllText(keyFile));
            }
            catch (Exception failure) when (IsOfTheFile(failure))
            {
                throw new TransportException("The key file \"" + keyFile + "\" cannot be used: " + failure.Message);
            }
            if (own.SecretKey.Length == 0)
                throw new TransportException("The key file \"" + keyFile + "\" has no secret key: name the one that ends in .key_secret.");
            return own;
        }

        // File.ReadAllText refuses paths that are none with the last two.
        static bool IsOfTheFile(Exception failure)
        {
            return failure is IOException || failure is FormatException || failure is UnauthorizedAccessException ||
                failure is ArgumentException || failure is NotSupportedException;
        }
    }
}
