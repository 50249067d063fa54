using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// A key pair in the text form of ZeroMQ's certificates (https://rfc.zeromq.org/spec/4/, ZPL), as
    /// zmq.auth.create_certificates of pyzmq writes it: lines such as <c>public-key = "..."</c>.
    /// </summary>
    public sealed class CurveCertificate
    {
        const int KeyLength = 40;

        CurveCertificate(string publicKey, string secretKey)
        {
            PublicKey = publicKey;
            SecretKey = secretKey;
        }

        /// <summary>40 characters of Z85.</summary>
        public string PublicKey { get; private set; }

        /// <summary>40 characters of Z85; empty in a certificate for others.</summary>
        public string SecretKey { get; private set; }

        /// <summary>Reads a certificate.</summary>
        /// <exception cref="FormatException">There is no public key in it, or a key has another length.</exception>
        public static CurveCertificate Read(string text)
        {
            string publicKey = "", secretKey = "";
            foreach (string line in text.Split('\n'))
            {
                publicKey = Value(line, "public-key") ?? publicKey;
                secretKey = Value(line, "secret-key") ?? secretKey;
            }
            if (publicKey.Length != KeyLength || (secretKey.Length != KeyLength && secretKey.Length != 0))
                throw new FormatException("This is no ZeroMQ certificate: a line public-key = \"40 characters\" is wanted, and for " +
                    "one's own key the same with secret-key.");
            return new CurveCertificate(publicKey, secretKey);
        }

        static string Value(string line, string name)
        {
            int equals = line.IndexOf('=');
            if (equals < 0 || line.Substring(0, equals).Trim() != name)
                return null;
            return line.Substring(equals + 1).Trim().Trim('"');
        }
    }
}
