using System;
using System.Runtime.InteropServices;

namespace Koekata.Receiving
{
    /// <summary>
    /// The functions of libzmq 4 that are used (http://api.zeromq.org/4-3:_start). The library is named "libzmq": libzmq.dll,
    /// libzmq.so or libzmq.dylib, as the plugin importer of Unity finds it.
    /// </summary>
    internal static class LibZmq
    {
        internal const int Sub = 2;
        internal const int Subscribe = 6;
        internal const int ReceiveBuffer = 12;
        internal const int Linger = 17;
        internal const int ReconnectMs = 18;
        internal const int LongestReconnectMs = 21;
        internal const int LargestMessage = 22;
        internal const int ReceiveQueue = 24;
        internal const int ReceiveTimeoutMs = 27;
        internal const int IPv6 = 42;
        internal const int CurvePublicKey = 48;
        internal const int CurveSecretKey = 49;
        internal const int CurveServerKey = 50;

        /// <summary>sizeof(zmq_msg_t), which is the same everywhere since libzmq 4.1.</summary>
        internal const int MessageSize = 64;

        const string Library = "libzmq";

        internal static string Missing(Exception failure)
        {
            return "The library libzmq cannot be used (" + failure.Message + "). Put it into Assets/Plugins, as the package's " +
                "README says, or receive OSC instead, which needs no library.";
        }

        internal static string ErrorText()
        {
            return Marshal.PtrToStringAnsi(zmq_strerror(zmq_errno()));
        }

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr zmq_ctx_new();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int zmq_ctx_term(IntPtr context);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr zmq_socket(IntPtr context, int type);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int zmq_close(IntPtr socket);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int zmq_setsockopt(IntPtr socket, int option, byte[] value, UIntPtr size);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int zmq_connect(IntPtr socket, byte[] address);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int zmq_msg_init(IntPtr message);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int zmq_msg_recv(IntPtr message, IntPtr socket, int flags);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr zmq_msg_data(IntPtr message);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr zmq_msg_size(IntPtr message);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int zmq_msg_more(IntPtr message);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int zmq_msg_close(IntPtr message);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int zmq_errno();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern IntPtr zmq_strerror(int number);
    }
}
