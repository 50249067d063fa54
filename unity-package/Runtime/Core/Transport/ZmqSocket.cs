using System;
using System.Runtime.InteropServices;

namespace Koekata.Receiving
{
    /// <summary>A subscribing socket, connected for as long as it lives. For the thread that made it.</summary>
    internal sealed class ZmqSocket : IDisposable
    {
        const int Queue = 256;
        const int WaitMs = 100;
        const int ReconnectMs = 100;
        const int LongestReconnectMs = 500;

        IntPtr context, socket, message;

        internal ZmqSocket(ZmqSettings settings)
        {
            context = LibZmq.zmq_ctx_new();
            socket = LibZmq.zmq_socket(context, LibZmq.Sub);
            message = Marshal.AllocHGlobal(LibZmq.MessageSize);
            LibZmq.zmq_msg_init(message);
            try
            {
                Configure(settings);
                if (LibZmq.zmq_connect(socket, Terminated(settings.Address)) != 0)
                    throw new TransportException("'" + settings.Address + "' is no address to listen to: " +
                        LibZmq.ErrorText() + ". Write it as the sidecar shows it, such as tcp://127.0.0.1:39600.");
            }
            catch (TransportException)
            {
                Dispose();
                throw;
            }
        }

        /// <summary>Waits a moment for a message; false when none came.</summary>
        internal bool Receive(Packet packet)
        {
            if (LibZmq.zmq_msg_recv(message, socket, 0) < 0)
                return false;
            packet.Begin(LocalClock.Now());
            Copy(packet.Topic, packet.BeginTopic(Size()));
            int parts = 1;
            while (LibZmq.zmq_msg_more(message) != 0 && LibZmq.zmq_msg_recv(message, socket, 0) >= 0)
                if (++parts == 2)
                    TakeData(packet);
            if (parts != 2)
                packet.Fault = StreamFault.Parts;
            return true;
        }

        public void Dispose()
        {
            if (message != IntPtr.Zero)
                LibZmq.zmq_msg_close(message);
            Marshal.FreeHGlobal(message);
            if (socket != IntPtr.Zero)
                LibZmq.zmq_close(socket);
            if (context != IntPtr.Zero)
                LibZmq.zmq_ctx_term(context);
            message = socket = context = IntPtr.Zero;
        }

        void TakeData(Packet packet)
        {
            int size = packet.BeginData(Size());
            Copy(packet.Data, size);
        }

        long Size()
        {
            return (long)(ulong)LibZmq.zmq_msg_size(message);
        }

        void Copy(byte[] target, int size)
        {
            if (size > 0)
                Marshal.Copy(LibZmq.zmq_msg_data(message), target, 0, size);
        }

        void Configure(ZmqSettings settings)
        {
            Set(LibZmq.Linger, 0);
            Set(LibZmq.IPv6, 1);
            Set(LibZmq.ReceiveQueue, Queue);
            Set(LibZmq.ReceiveBuffer, StreamLimits.Payload);
            Set(LibZmq.ReceiveTimeoutMs, WaitMs);
            Set(LibZmq.ReconnectMs, ReconnectMs);
            Set(LibZmq.LongestReconnectMs, LongestReconnectMs);
            Set(LibZmq.LargestMessage, BitConverter.GetBytes(16L * StreamLimits.Payload));
            if (!string.IsNullOrEmpty(settings.ServerKey))
            {
                SetKey(LibZmq.CurveServerKey, settings.ServerKey, "the server's");
                SetKey(LibZmq.CurvePublicKey, settings.PublicKey, "the public");
                SetKey(LibZmq.CurveSecretKey, settings.SecretKey, "the secret");
            }
            Set(LibZmq.Subscribe, Utf8.Bytes(Topics.Root));
        }

        void SetKey(int option, string key, string which)
        {
            if (!TrySet(option, Terminated(key ?? "")))
                throw new TransportException("CURVE: " + which + " key is refused: " + LibZmq.ErrorText() +
                    ". Keys are 40 characters of Z85, and libzmq must be built with CURVE.");
        }

        void Set(int option, int value)
        {
            Set(option, BitConverter.GetBytes(value));
        }

        void Set(int option, byte[] value)
        {
            if (!TrySet(option, value))
                throw new TransportException("libzmq refuses option " + option + ": " + LibZmq.ErrorText() +
                    ". Version 4.1 or newer is needed.");
        }

        bool TrySet(int option, byte[] value)
        {
            return LibZmq.zmq_setsockopt(socket, option, value, (UIntPtr)(uint)value.Length) == 0;
        }

        static byte[] Terminated(string text)
        {
            return Utf8.Bytes(text + "\0");
        }
    }
}
