using System;
using Koekata.Receiving;
using UnityEngine;

namespace Koekata
{
    /// <summary>
    /// The one pool of this process: scenes that are loaded side by side share a port and a connection. It is ended with the
    /// scripts' domain, and where the editor keeps the domain, before each play.
    /// </summary>
    internal static class SharedReceivers
    {
        static ReceiverPool pool;

        internal static ReceiverPool Pool
        {
            get
            {
                if (pool != null)
                    return pool;
                pool = new ReceiverPool();
                AppDomain.CurrentDomain.DomainUnload += End;
                return pool;
            }
        }

        static void End(object sender, EventArgs arguments)
        {
            Reset();
        }

        [RuntimeInitializeOnLoadMethod(RuntimeInitializeLoadType.SubsystemRegistration)]
        static void Reset()
        {
            if (pool == null)
                return;
            AppDomain.CurrentDomain.DomainUnload -= End;
            pool.Dispose();
            pool = null;
        }
    }
}
