using System.Collections.Generic;
using System.Globalization;

namespace Koekata.Receiving.Runner
{
    /// <summary>What the command line asks for.</summary>
    internal sealed class Options
    {
        readonly Dictionary<string, string> values = new Dictionary<string, string>();

        internal Options(string[] arguments)
        {
            IsUdp = arguments[0] == "udp";
            Place = arguments[1];
            for (int i = 2; i < arguments.Length; i++)
            {
                int sign = arguments[i].IndexOf('=');
                values[arguments[i].Substring(0, sign)] = arguments[i].Substring(sign + 1);
            }
        }

        internal bool IsUdp { get; private set; }

        /// <summary>Address or port.</summary>
        internal string Place { get; private set; }

        internal string Text(string name, string otherwise)
        {
            string found;
            return values.TryGetValue(name, out found) ? found : otherwise;
        }

        internal double Number(string name, double otherwise)
        {
            return double.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        }

        internal Receiver Receiver(PlaybackSettings playback)
        {
            if (IsUdp)
                return Receiving.Receiver.OverUdp(
                    new UdpSettings { Port = (int)double.Parse(Place, CultureInfo.InvariantCulture), Prefix = Text("prefix", "/koekata") },
                    playback);
            return Receiving.Receiver.OverZmq(
                new ZmqSettings
                {
                    Address = Place, ServerKey = Text("server-key", ""), PublicKey = Text("public-key", ""),
                    SecretKey = Text("secret-key", ""),
                    Client = (ZmqClient)System.Enum.Parse(typeof(ZmqClient), Text("client", "Automatic"))
                },
                playback);
        }
    }
}
