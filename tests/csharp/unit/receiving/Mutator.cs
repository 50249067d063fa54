using System;
using System.Collections.Generic;

namespace Koekata.Receiving.Tests
{
    /// <summary>Spoils bytes, by a seed: flips, inserts, cuts, doubles and headers of great length.</summary>
    internal sealed class Mutator
    {
        static readonly byte[] headers =
        {
            0xC1, 0xC4, 0xC6, 0xC9, 0xCA, 0xCB, 0xCF, 0xD3, 0xD8, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, 0x8F, 0x9F, 0xBF, 0xFF, 0x00
        };

        readonly Random chance;

        internal Mutator(int seed)
        {
            chance = new Random(seed);
        }

        internal byte[] Spoiled(byte[] whole)
        {
            var found = new List<byte>(whole);
            for (int i = 1 + chance.Next(4); i > 0 && found.Count > 0; i--)
                Spoil(found, chance.Next(found.Count));
            return found.ToArray();
        }

        internal byte[] Noise(int longest)
        {
            var found = new byte[chance.Next(longest)];
            chance.NextBytes(found);
            return found;
        }

        void Spoil(List<byte> bytes, int at)
        {
            switch (chance.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << chance.Next(8));
                    break;
                case 1:
                    bytes[at] = headers[chance.Next(headers.Length)];
                    break;
                case 2:
                    bytes.Insert(at, (byte)chance.Next(256));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + chance.Next(8)));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, chance.Next(64))));
                    break;
            }
        }
    }
}
