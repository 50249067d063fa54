using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Koekata.Editing
{
    /// <summary>What two spellings of one name have in common: NFKC, case, kana, separators; and the words of a name.</summary>
    internal static class Spelling
    {
        const char FirstKatakana = '\u30A1', LastKatakana = '\u30F6';
        const int ToHiragana = 0x60;
        const string Separator = @"[\s_\-.,:|/\\()\[\]{}・'""]+";
        const string Piece = @"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]+";

        /// <summary>The name without what spellings differ in: width, case, katakana or hiragana, separators.</summary>
        internal static string Fold(string name)
        {
            return Casefold(Regex.Replace(Kana(name), Separator, ""));
        }

        /// <summary>
        /// The folded words of a name, cut at separators, capitals and digits. Japanese has no gaps: there the longest of the known
        /// words is taken from left to right, and what is between them is a word of its own.
        /// </summary>
        internal static List<string> Words(string name, ICollection<string> japanese)
        {
            var found = new List<string>();
            foreach (string part in Regex.Split(Kana(name), Separator))
                foreach (Match piece in Regex.Matches(part, Piece))
                    if (IsAscii(piece.Value))
                        found.Add(Casefold(piece.Value));
                    else
                        Cut(Casefold(piece.Value), japanese, found);
            return found;
        }

        /// <summary>The name in one width.</summary>
        internal static string Width(string text)
        {
            return text.Normalize(NormalizationForm.FormKC);
        }

        internal static bool IsAscii(string text)
        {
            foreach (char c in text)
                if (c > '\u007f')
                    return false;
            return true;
        }

        /// <summary>Whether a word is a number of digits in any script.</summary>
        internal static bool IsNumber(string word)
        {
            foreach (char c in word)
                if (!char.IsDigit(c))
                    return false;
            return word.Length > 0;
        }

        /// <summary>The number that digits of any script show; large where it is beyond all that counts here.</summary>
        internal static int NumberOf(string word)
        {
            int found = 0;
            foreach (char c in word)
                found = Math.Min(100000, found * 10 + CharUnicodeInfo.GetDecimalDigitValue(c));
            return found;
        }

        // Half-width kana join their marks by NFKC; long marks stay.
        static string Kana(string name)
        {
            var found = new StringBuilder(Width(name));
            for (int i = 0; i < found.Length; i++)
                if (found[i] >= FirstKatakana && found[i] <= LastKatakana)
                    found[i] = (char)(found[i] - ToHiragana);
            return found.ToString();
        }

        // Where folding is more than lower case, in scripts that names of shapes are written in.
        static string Casefold(string text)
        {
            return text.ToLowerInvariant().Replace("ß", "ss").Replace('ς', 'σ');
        }

        static void Cut(string text, ICollection<string> known, List<string> found)
        {
            int longest = 1;
            foreach (string word in known)
                longest = Math.Max(longest, word.Length);
            string rest = "";
            int at = 0;
            while (at < text.Length)
            {
                string word = Longest(text, at, longest, known);
                rest += word.Length == 0 ? text.Substring(at, 1) : "";
                at += Math.Max(1, word.Length);
                if (word.Length == 0)
                    continue;
                AddUnlessEmpty(found, rest);
                found.Add(word);
                rest = "";
            }
            AddUnlessEmpty(found, rest);
        }

        static string Longest(string text, int at, int longest, ICollection<string> known)
        {
            for (int size = Math.Min(longest, text.Length - at); size > 0; size--)
                if (known.Contains(text.Substring(at, size)))
                    return text.Substring(at, size);
            return "";
        }

        static void AddUnlessEmpty(List<string> found, string word)
        {
            if (word.Length > 0)
                found.Add(word);
        }
    }
}
