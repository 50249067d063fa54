using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Koekata.Receiving
{
    /// <summary>
    /// A subscriber over TCP that needs no library, for streams without encryption. The sender may come later, go, and come
    /// again. For the thread that made it.
    /// </summary>
    internal sealed class ZmtpSocket : IDisposable
    {
        const string Scheme = "tcp://";
        const int WaitMicroseconds = 100000;
        const int ConnectMs = 1000;
        const int RetryMs = 200;

        /// <summary>The sender says how it is once a second: after such a silence the line is dead.</summary>
        const double SilenceSeconds = 5.0;

        readonly string host;
        readonly int port;
        Socket socket;
        ZmtpSession session;
        int attempts;
        double heard;

        internal ZmtpSocket(string address)
        {
            int colon = address.LastIndexOf(':');
            string digits = colon < Scheme.Length ? "" : address.Substring(colon + 1);
            bool right = address.StartsWith(Scheme, StringComparison.Ordinal) && colon > Scheme.Length;
            if (!right || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port < 1 || port > 65535)
                throw new TransportException("'" + address + "' is no address to listen to. Write it as the sidecar shows it, such as " +
                    "tcp://127.0.0.1:39600.");
            host = address.Substring(Scheme.Length, colon - Scheme.Length).Trim('[', ']');
        }

        internal static bool CanListenTo(ZmqSettings settings)
        {
            return string.IsNullOrEmpty(settings.ServerKey) &&
                (settings.Address.StartsWith(Scheme, StringComparison.Ordinal) || settings.Address.IndexOf("://", StringComparison.Ordinal) < 0);
        }

        /// <summary>Waits a moment for a message; false when none came.</summary>
        internal bool Receive(Packet packet)
        {
            try
            {
                if (socket == null)
                    Connect();
                return socket != null && Take(packet);
            }
            catch (SocketException failure)
            {
                Close();
                if (failure.SocketErrorCode == SocketError.HostNotFound || failure.SocketErrorCode == SocketError.NoData)
                    throw new TransportException("There is no machine of the name '" + host + "': " + failure.Message + ".");
                // Nobody there yet, or no longer.
                Thread.Sleep(RetryMs);
                return false;
            }
        }

        public void Dispose()
        {
            Close();
        }

        bool Take(Packet packet)
        {
            // Several messages may have come together.
            if (session.Next(packet))
                return true;
            Send();
            if (!socket.Poll(WaitMicroseconds, SelectMode.SelectRead))
            {
                if (LocalClock.Now() - heard > SilenceSeconds)
                    throw new SocketException((int)SocketError.TimedOut);
                return false;
            }
            heard = LocalClock.Now();
            ArraySegment<byte> room = session.Room();
            int count = socket.Receive(room.Array, room.Offset, room.Count, SocketFlags.None);
            if (count == 0)
                throw new SocketException((int)SocketError.ConnectionReset);
            session.Arrived(count);
            bool whole = session.Next(packet);
            Send();
            return whole;
        }

        void Send()
        {
            for (byte[] bytes = session.ToSend(); bytes != null; bytes = session.ToSend())
                for (int sent = 0; sent < bytes.Length;)
                    sent += socket.Send(bytes, sent, bytes.Length - sent, SocketFlags.None);
        }

        // A name may stand for several addresses; each attempt takes the next one.
        void Connect()
        {
            IPAddress[] known = Dns.GetHostAddresses(host);
            IPAddress chosen = known[attempts++ % known.Length];
            socket = new Socket(chosen.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            session = new ZmtpSession();
            IAsyncResult pending = socket.BeginConnect(new IPEndPoint(chosen, port), null, null);
            if (!pending.AsyncWaitHandle.WaitOne(ConnectMs))
                throw new SocketException((int)SocketError.TimedOut);
            socket.EndConnect(pending);
            heard = LocalClock.Now();
        }

        void Close()
        {
            if (socket != null)
                socket.Close();
            socket = null;
            session = null;
        }
    }
}
