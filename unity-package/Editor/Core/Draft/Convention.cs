using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>A way of naming that a tool or a community has settled on.</summary>
    internal sealed class Convention
    {
        static readonly string[] SideNames = { "Left", "Right" };
        static readonly string[][] SideMarks = { new[] { "L", "Left", "左" }, new[] { "R", "Right", "右" } };

        internal readonly string Id, Title;
        internal readonly List<string> Presets = new List<string>();

        /// <summary>By folded spelling; an empty meaning has no channel.</summary>
        internal readonly Dictionary<string, Meant> Spellings = new Dictionary<string, Meant>();

        /// <summary>As above, for names that say nothing on their own.</summary>
        internal readonly Dictionary<string, Meant> Among = new Dictionary<string, Meant>();

        internal readonly int AmongCount;

        /// <summary>Other names that begin so belong to the convention, and have no channel.</summary>
        internal readonly List<string> Starts = new List<string>();

        internal Convention(JsonValue entry, IList<string> channels)
        {
            Id = entry["id"].AsText;
            Title = entry["title"].AsText;
            Texts(entry["presets"], Presets);
            Texts(entry["other_starts"], Starts);
            AddWithoutChannel(entry["without_channel"]);
            if (entry["channels"] != null && entry["channels"].AsFlag)
                AddChannels(channels);
            AddSpelled(entry["names"], Spellings);
            if (entry["among"] == null)
                return;
            AmongCount = (int)entry["among"]["count"].AsNumber;
            AddSpelled(entry["among"]["names"], Among);
        }

        internal static void Texts(JsonValue list, ICollection<string> into)
        {
            if (list != null)
                foreach (JsonValue text in list.Items)
                    into.Add(text.AsText);
        }

        void AddWithoutChannel(JsonValue names)
        {
            if (names == null)
                return;
            foreach (JsonValue name in names.Items)
                foreach (string[] marks in SideMarks)
                    foreach (string mark in marks)
                        Spellings[Spelling.Fold(name.AsText.Replace("@", mark))] = new Meant("", name.AsText);
        }

        void AddChannels(IList<string> channels)
        {
            foreach (string name in channels)
                Spellings[Spelling.Fold(name)] = new Meant(name, name);
            foreach (string name in channels)
                foreach (string side in SideNames)
                    if (name.EndsWith(side, System.StringComparison.Ordinal) && !IsWhole(name))
                    {
                        string written = name.Substring(0, name.Length - side.Length) + "_" + side[0];
                        Spellings[Spelling.Fold(written)] = new Meant(name, written);
                    }
        }

        // These move the whole jaw and mouth to a side.
        static bool IsWhole(string name)
        {
            return name == "jawLeft" || name == "jawRight" || name == "mouthLeft" || name == "mouthRight";
        }

        static void AddSpelled(JsonValue names, Dictionary<string, Meant> into)
        {
            foreach (string meaning in names.Names)
                foreach (JsonValue text in names[meaning].Items)
                    for (int side = 0; side < SideNames.Length; side++)
                        foreach (string mark in SideMarks[side])
                        {
                            string written = text.AsText.Replace("@", mark);
                            into[Spelling.Fold(written)] = new Meant(meaning.Replace("@", SideNames[side]), written);
                        }
        }
    }
}
