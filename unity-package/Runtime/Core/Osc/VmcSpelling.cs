using System;
using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Receiving
{
    /// <summary>Names of blendshapes as VMC senders write them: Perfect Sync begins the channels with a capital.</summary>
    internal sealed class VmcSpelling
    {
        const string Prefix = "BlendShape.";

        readonly HashSet<string> channels = new HashSet<string>();

        internal VmcSpelling()
        {
            foreach (Input input in new Channels().All)
                channels.Add(input.Id);
        }

        /// <summary>The channel of a name; the name itself where it is none.</summary>
        internal string Channel(string sent)
        {
            string name = sent.StartsWith(Prefix, StringComparison.Ordinal) ? sent.Substring(Prefix.Length) : sent;
            if (name.Length == 0)
                return sent;
            string small = char.ToLowerInvariant(name[0]) + name.Substring(1);
            return channels.Contains(small) ? small : name;
        }
    }
}
