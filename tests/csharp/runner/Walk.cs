using System.Collections.Generic;

namespace Koekata.Mapping.Runner
{
    /// <summary>Walks the frames of a case.</summary>
    internal sealed class Walk
    {
        readonly Case test;
        readonly TableLoader loader;

        internal Walk(Case test)
        {
            this.test = test;
            loader = new TableLoader(test.Files);
        }

        internal string Run()
        {
            try
            {
                return "{\"frames\": [" + Frames(new Evaluator(loader.Load(Case.TablePath))) + "]}";
            }
            catch (MappingException error)
            {
                return "{" + Faults(error) + "}";
            }
        }

        string Frames(Evaluator evaluator)
        {
            MappingFrame frame = evaluator.NewFrame();
            var answers = new List<string>();
            foreach (JsonNode node in test.Frames)
            {
                string refused = node.Find("reload") == null ? "" : Reload(evaluator, node.Find("reload").Text);
                if (frame.Layout != evaluator.Layout)
                    frame = evaluator.NewFrame();
                FrameReader.Fill(frame, node);
                Outputs outputs = evaluator.Step(frame, FrameReader.Step(node));
                answers.Add("{" + refused + Answer(evaluator.Table, outputs, evaluator.Counters) + "}");
            }
            return string.Join(", ", answers.ToArray());
        }

        string Reload(Evaluator evaluator, string text)
        {
            test.Files.Add(Case.TablePath, text);
            try
            {
                evaluator.Adopt(loader.Load(Case.TablePath));
                return "";
            }
            catch (MappingException error)
            {
                return Faults(error) + ", ";
            }
        }

        static string Answer(MappingTable table, Outputs outputs, Counters counters)
        {
            var values = new List<string>();
            for (int i = 0; i < outputs.Count; i++)
                if (outputs.Has(i))
                    values.Add(JsonText.Quoted(table.Targets[i].Id) + ": " + JsonText.Number(outputs[i]));
            var events = new List<string>();
            for (int i = 0; i < outputs.Events.Count; i++)
                events.Add(JsonText.Quoted(outputs.Events[i]));
            return "\"values\": {" + Joined(values) + "}, \"events\": [" + Joined(events) + "], \"counters\": {" +
                Joined(Counted(counters)) + "}";
        }

        static List<string> Counted(Counters counters)
        {
            var found = new List<string>();
            AddCount(found, "bad_dt", counters.BadDt);
            AddCount(found, "bad_time", counters.BadTime);
            AddCount(found, "bad_inputs", counters.BadInputs);
            AddCount(found, "bad_fire", counters.BadFire);
            return found;
        }

        static void AddCount(List<string> found, string name, long count)
        {
            if (count != 0)
                found.Add("\"" + name + "\": " + JsonText.Number(count));
        }

        static string Faults(MappingException error)
        {
            var found = new List<string>();
            foreach (Fault fault in error.Faults)
                found.Add(Described(fault));
            return "\"faults\": [" + Joined(found) + "]";
        }

        static string Described(Fault fault)
        {
            return "{\"code\": " + JsonText.Quoted(fault.Code) + ", \"file\": " + JsonText.Quoted(fault.File) +
                ", \"pointer\": " + JsonText.Quoted(fault.Pointer) + ", \"line\": " + JsonText.Number(fault.Line) +
                ", \"column\": " + JsonText.Number(fault.Column) + ", \"message\": " + JsonText.Quoted(fault.Message) +
                ", \"remedy\": " + JsonText.Quoted(fault.Remedy) + "}";
        }

        static string Joined(List<string> parts)
        {
            return string.Join(", ", parts.ToArray());
        }
    }
}
