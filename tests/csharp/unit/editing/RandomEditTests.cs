using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>Edits by chance: the text says what the same edits make of its values, and stays JSON.</summary>
    [TestFixture]
    public sealed class RandomEditTests
    {
        const int Edits = 30;

        static IEnumerable<TestCaseData> Texts()
        {
            int seed = 1;
            foreach (string file in Repository.Tables())
                yield return new TestCaseData(File.ReadAllText(file), seed++).SetName("RandomEdits-" + Path.GetFileName(file));
            yield return new TestCaseData("{}", seed).SetName("RandomEdits-empty");
            yield return new TestCaseData("{\"rows\":[],\r\n\"eyes\" : { }}", seed).SetName("RandomEdits-odd");
        }

        [TestCaseSource("Texts")]
        public void TextAndValuesStayTheSame(string text, int seed)
        {
            var chance = new Random(seed);
            var table = new TableText(text);
            JsonValue values = table.Find("");
            for (int edit = 0; edit < Edits; edit++)
            {
                List<string> places = Places(values, "").ToList();
                string place = places[chance.Next(places.Count)];
                table = Edit(table, values, place, chance);
                Assert.That(Canonical(table.Find("")), Is.EqualTo(Canonical(values)), place);
            }
            Assert.That(table.Text.Contains("\r\n"), Is.EqualTo(text.Contains("\r\n")), "one kind of line ends");
        }

        static TableText Edit(TableText table, JsonValue values, string place, Random chance)
        {
            JsonValue found = Follow(values, place);
            JsonValue next = chance.Next(2) == 0 ? JsonValue.Of(chance.Next(1000) / 64.0) : JsonValue.Of("x\"" + chance.Next(100) + "\u3042");
            if (found.IsObject)
            {
                string name = "n/" + chance.Next(5) + "~";
                found[name] = next.Copy();
                return table.Set(place + "/" + name.Replace("~", "~0").Replace("/", "~1"), next);
            }
            if (found.Items != null)
            {
                int at = chance.Next(found.Items.Count + 1);
                found.Items.Insert(at, next.Copy());
                return table.Insert(place, at, next);
            }
            return place.Length == 0 ? table : Replace(table, values, place, next, chance.Next(3) == 0);
        }

        static TableText Replace(TableText table, JsonValue values, string place, JsonValue next, bool remove)
        {
            int cut = place.LastIndexOf('/');
            JsonValue holder = Follow(values, place.Substring(0, cut));
            string name = Plain(place.Substring(cut + 1));
            if (remove && holder.Items != null)
                holder.Items.RemoveAt(int.Parse(name));
            else if (remove)
                holder.Remove(name);
            else if (holder.Items != null)
                holder.Items[int.Parse(name)] = next;
            else
                holder[name] = next;
            return remove ? table.Remove(place) : table.Set(place, next);
        }

        static JsonValue Follow(JsonValue value, string place)
        {
            foreach (string part in place.Split('/').Skip(1))
                value = value.Items != null ? value.Items[int.Parse(part)] : value[Plain(part)];
            return value;
        }

        static IEnumerable<string> Places(JsonValue value, string place)
        {
            yield return place;
            IEnumerable<KeyValuePair<string, JsonValue>> parts = value.IsObject
                ? value.Names.Select(name => new KeyValuePair<string, JsonValue>(name.Replace("~", "~0").Replace("/", "~1"), value[name]))
                : (value.Items ?? new List<JsonValue>()).Select((item, i) => new KeyValuePair<string, JsonValue>(i.ToString(), item));
            foreach (KeyValuePair<string, JsonValue> part in parts)
                foreach (string below in Places(part.Value, place + "/" + part.Key))
                    yield return below;
        }

        // The order of properties is for people: a new one may stand before a note.
        static string Canonical(JsonValue value)
        {
            if (value.IsObject)
                return "{" + string.Join(",", value.Names.OrderBy(name => name, StringComparer.Ordinal).Select(name => name + ":" + Canonical(value[name])).ToArray()) + "}";
            return value.Items == null ? value.ToString() : "[" + string.Join(",", value.Items.Select(Canonical).ToArray()) + "]";
        }

        static string Plain(string part)
        {
            return part.Replace("~1", "/").Replace("~0", "~");
        }
    }
}
