using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace Koekata.Mapping.Tests
{
    /// <summary>Frames of a vector, and what should come of them.</summary>
    internal static class VectorFrames
    {
        internal static void Fill(MappingFrame frame, JToken vector)
        {
            frame.Clear();
            foreach (KeyValuePair<string, double> value in Numbers(vector["values"]))
                frame.Set(value.Key, value.Value);
            foreach (KeyValuePair<string, double> value in Numbers(vector["confidence"]))
                frame.SetConfidence(value.Key, value.Value);
            if (vector["tracked"] != null)
                frame.Tracked = (bool)vector["tracked"];
            if (vector["time"] != null)
                frame.SetTime(Number(vector["time"]));
            if (vector["fire"] != null)
                foreach (JToken pair in vector["fire"])
                    frame.Fire((string)pair[0], (string)pair[1]);
        }

        internal static void Check(JToken vector, Evaluator evaluator, string where)
        {
            Dictionary<string, double> expected = Numbers(vector["expected"]);
            Outputs outputs = evaluator.Outputs;
            var found = new List<string>();
            for (int i = 0; i < outputs.Count; i++)
                if (outputs.Has(i))
                    found.Add(evaluator.Table.Targets[i].Id);
            Assert.That(found, Is.EquivalentTo(expected.Keys), where);
            foreach (string id in found)
                Assert.That(outputs[outputs.Index(id)], Is.EqualTo(expected[id]).Within(1e-6), where + ", " + id);
            CheckEvents(vector, outputs.Events, where);
            if (vector["counters"] != null)
                CheckCounters(Numbers(vector["counters"]), evaluator.Counters, where);
        }

        /// <summary>A number, or one of those that JSON does not have, as text.</summary>
        internal static double Number(JToken token)
        {
            return token.Type == JTokenType.String ? double.Parse((string)token, CultureInfo.InvariantCulture) : (double)token;
        }

        static void CheckEvents(JToken vector, EventList events, string where)
        {
            var expected = new List<string>();
            if (vector["events"] != null)
                foreach (JToken id in vector["events"])
                    expected.Add((string)id);
            var found = new List<string>();
            for (int i = 0; i < events.Count; i++)
                found.Add(events[i]);
            Assert.That(found, Is.EqualTo(expected), where);
        }

        static void CheckCounters(Dictionary<string, double> expected, Counters counters, string where)
        {
            var found = new Dictionary<string, double>();
            AddCount(found, "bad_dt", counters.BadDt);
            AddCount(found, "bad_time", counters.BadTime);
            AddCount(found, "bad_inputs", counters.BadInputs);
            AddCount(found, "bad_fire", counters.BadFire);
            Assert.That(found, Is.EquivalentTo(expected), where);
        }

        static void AddCount(Dictionary<string, double> found, string name, long count)
        {
            if (count != 0)
                found[name] = count;
        }

        static Dictionary<string, double> Numbers(JToken token)
        {
            var found = new Dictionary<string, double>();
            if (token != null)
                foreach (JProperty property in token)
                    found[property.Name] = Number(property.Value);
            return found;
        }
    }
}
