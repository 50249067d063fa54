using System;
using System.Net;
using System.Net.Sockets;

namespace Koekata.Receiving
{
    /// <summary>Datagrams, for OSC and VMC; needs no library.</summary>
    public sealed class UdpTransport : Transport
    {
        const int WaitMicroseconds = 100000;
        const int ReceiveBuffer = 1 << 18;

        readonly UdpSettings settings;
        readonly byte[] datagram = new byte[StreamLimits.Payload];
        volatile int port;

        /// <summary>Not yet started.</summary>
        public UdpTransport(UdpSettings settings) : base("Koekata UDP")
        {
            this.settings = settings;
        }

        /// <summary>The port that is listened at; 0 before that.</summary>
        public int Port
        {
            get { return port; }
        }

        internal override void Receive()
        {
            using (Socket socket = Open())
            {
                port = ((IPEndPoint)socket.LocalEndPoint).Port;
                Succeeded();
                while (!Stopping)
                    if (socket.Poll(WaitMicroseconds, SelectMode.SelectRead) && Take(socket, Packets.Spare))
                        Packets.Write();
            }
        }

        Socket Open()
        {
            IPAddress address;
            if (!IPAddress.TryParse(settings.Host, out address))
                throw new TransportException("'" + settings.Host + "' is no IP address. Write 127.0.0.1 for this machine alone, " +
                    "or 0.0.0.0 for the network.");
            var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                socket.ReceiveBufferSize = ReceiveBuffer;
                // Mono lets two programs share a port unless told otherwise, and then one of them hears nothing.
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, false);
                socket.Bind(new IPEndPoint(address, settings.Port));
                return socket;
            }
            catch (SocketException failure)
            {
                socket.Close();
                throw new TransportException("Cannot listen at UDP port " + settings.Port + ": " + failure.Message +
                    ". Another program may use it: close that, or take another port on both sides.");
            }
        }

        /// <summary>False where the system had only an error to tell, as of a sender that went away.</summary>
        bool Take(Socket socket, Packet packet)
        {
            packet.Begin(LocalClock.Now());
            SocketError error;
            int count = socket.Receive(datagram, 0, datagram.Length, SocketFlags.None, out error);
            if (error != SocketError.Success)
                return false;
            packet.BeginData(count);
            Array.Copy(datagram, packet.Data, count);
            return true;
        }
    }
}
