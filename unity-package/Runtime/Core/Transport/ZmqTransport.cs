namespace Koekata.Receiving
{
    /// <summary>
    /// The stream over ZeroMQ. The sender may be started later, stopped, and started again. The thread empties the socket at
    /// all times, so that a reader that stood still finds the newest messages and not the oldest.
    /// </summary>
    public sealed class ZmqTransport : Transport
    {
        readonly ZmqSettings settings;

        /// <summary>Not yet started.</summary>
        public ZmqTransport(ZmqSettings settings) : base("Koekata ZeroMQ")
        {
            this.settings = settings;
        }

        internal override void Receive()
        {
            bool own = settings.Client == ZmqClient.Own || (settings.Client == ZmqClient.Automatic && ZmtpSocket.CanListenTo(settings));
            if (own)
                ReceiveAlone();
            else
                ReceiveWithLibrary();
        }

        void ReceiveAlone()
        {
            using (var socket = new ZmtpSocket(settings.Address))
            {
                Succeeded();
                while (!Stopping)
                    if (socket.Receive(Packets.Spare))
                        Packets.Write();
            }
        }

        void ReceiveWithLibrary()
        {
            using (var socket = new ZmqSocket(settings))
            {
                Succeeded();
                while (!Stopping)
                    if (socket.Receive(Packets.Spare))
                        Packets.Write();
            }
        }
    }
}
