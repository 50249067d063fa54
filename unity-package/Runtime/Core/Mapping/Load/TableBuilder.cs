using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Makes a table of merged entries that were found right.</summary>
    internal sealed class TableBuilder
    {
        readonly Merged merged;

        internal TableBuilder(Merged merged)
        {
            this.merged = merged;
        }

        internal MappingTable Build()
        {
            var eyes = new EyesBuilder(merged);
            var table = new MappingTable
            {
                Name = merged.Fields("table", merged.Properties).Text("name"),
                Files = merged.Files.AsReadOnly(),
                Inputs = BuildInputs(),
                Eyes = eyes.Build(),
                Lost = eyes.BuildLost(),
                Signals = new SignalOrder(merged).Ids.ConvertAll(BuildSignal).ToArray(),
                Conditions = All("conditions", "condition", BuildCondition),
                Targets = new TargetBuilder(merged).Build().AsReadOnly(),
                Rows = All("rows", "row", BuildRow),
                Switches = All("switches", "switch", BuildSwitch),
                Groups = All("groups", "group", BuildGroup),
                Regions = All("regions", "region", BuildRegion),
            };
            var triggers = new List<Condition>(table.Conditions).FindAll(condition => condition.When == null);
            table.Triggers = triggers.ConvertAll(condition => condition.Id).AsReadOnly();
            return table;
        }

        delegate T Maker<T>(string id, Fields fields);

        T[] All<T>(string section, string kind, Maker<T> make)
        {
            var found = new List<T>();
            foreach (Entry entry in merged[section])
                found.Add(make(entry.Id, merged.Fields(kind, entry)));
            return found.ToArray();
        }

        Input[] BuildInputs()
        {
            var found = new List<Input>(merged.Contract.Channels.All);
            found.AddRange(All("inputs", "input", BuildInput));
            return found.ToArray();
        }

        static Input BuildInput(string id, Fields fields)
        {
            return new Input(id, fields.Number("rest"), FormulaBuilder.BuildLimits(fields["range"]), fields.Flag("face"));
        }

        Signal BuildSignal(string id)
        {
            Fields fields = merged.Fields("signal", merged["signals"].Find(id));
            return new Signal { Id = id, Formula = FormulaBuilder.Build(fields) };
        }

        static Condition BuildCondition(string id, Fields fields)
        {
            JsonNode when = fields.Nodes.Find("when");
            return new Condition
            {
                Id = id,
                When = when == null ? null : FormulaBuilder.BuildTerm(when),
                On = fields.Number("on"),
                Off = fields.NumberOr("off", fields.Number("on")),
                Duration = fields.Number("duration"),
                FadeIn = fields.Number("fade"),
                FadeOut = fields.NumberOr("fade_out", fields.Number("fade")),
                Suppress = FormulaBuilder.Ids(fields, "suppress"),
                Pose = FormulaBuilder.BuildPose(fields),
                Blend = FormulaBuilder.Word<Blend>(fields.Text("blend")),
                Priority = (int)fields.Number("priority"),
            };
        }

        static Row BuildRow(string id, Fields fields)
        {
            return new Row
            {
                Id = id,
                Formula = FormulaBuilder.Build(fields),
                To = fields.Text("to"),
                During = FormulaBuilder.Ids(fields, "while"),
                Unless = FormulaBuilder.Ids(fields, "unless"),
                Priority = (int)fields.Number("priority"),
            };
        }

        Switch BuildSwitch(string id, Fields fields)
        {
            double hold = fields.Number("hold");
            return new Switch
            {
                Id = id,
                Hysteresis = fields.Number("hysteresis"),
                Choices = fields.Listed("choices").ConvertAll(node => BuildChoice(node, hold)).ToArray(),
            };
        }

        Choice BuildChoice(JsonNode node, double hold)
        {
            Fields fields = merged.Fields("choice", node.Members);
            return new Choice
            {
                Id = fields.Text("id"),
                Formula = FormulaBuilder.Build(fields),
                During = FormulaBuilder.Ids(fields, "while"),
                Unless = FormulaBuilder.Ids(fields, "unless"),
                Hold = fields.NumberOr("hold", hold),
                Pose = FormulaBuilder.BuildPose(fields),
            };
        }

        static Group BuildGroup(string id, Fields fields)
        {
            return new Group
            {
                Id = id,
                Members = fields.Listed("members").ConvertAll(BuildMember).ToArray(),
                Limit = fields.Number("limit"),
                Scale = fields.Text("remainder") == "scale",
                During = FormulaBuilder.Ids(fields, "while"),
                Unless = FormulaBuilder.Ids(fields, "unless"),
            };
        }

        static Member BuildMember(JsonNode node)
        {
            JsonNode priority = node.Find("priority");
            return new Member
            {
                Target = (node.Find("target") ?? node).Text,
                Priority = priority == null ? 0 : (int)priority.Number,
            };
        }

        static Region BuildRegion(string id, Fields fields)
        {
            return new Region
            {
                Id = id,
                Attack = fields.Number("attack"),
                Release = fields.Number("release"),
                Snap = fields["snap"].Items.ConvertAll(node => node.Number).ToArray(),
                SnapWithin = fields.Number("snap_within"),
                SnapLeave = fields.NumberOr("snap_leave", fields.Number("snap_within")),
                HoldFrames = (int)fields.Number("hold_frames"),
                Rate = fields.Number("rate"),
                Phase = fields.Number("phase"),
            };
        }
    }
}
