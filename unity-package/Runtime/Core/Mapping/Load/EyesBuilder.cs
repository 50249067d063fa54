namespace Koekata.Mapping
{
    /// <summary>Makes the rules of `eyes` and `lost`.</summary>
    internal sealed class EyesBuilder
    {
        readonly Merged merged;

        internal EyesBuilder(Merged merged)
        {
            this.merged = merged;
        }

        internal Eyes Build()
        {
            JsonNode link = merged.Eyes.Find("link");
            return new Eyes
            {
                Glasses = BuildGlasses(Rule("glasses")),
                FarEye = BuildFarEye(Rule("far_eye")),
                Wink = BuildWink(Rule("wink")),
                Link = link == null ? 0.0 : link.Number,
                Gaze = BuildGaze(Rule("gaze")),
                GazeHold = BuildGazeHold(Rule("gaze_hold")),
            };
        }

        internal Lost BuildLost()
        {
            Fields fields = merged.Fields("lost", merged.Lost);
            var idle = new RuleFields(merged.Contract.Schema.RuleOf("lost", "idle"), fields["idle"]);
            return new Lost
            {
                Hold = fields.Number("hold"),
                To = FormulaBuilder.Word<LostTo>(fields.Text("to")),
                Ease = fields.Number("ease"),
                Return = fields.Number("return"),
                Idle = new IdleBlink
                {
                    Shortest = idle["interval"].Items[0].Number,
                    Longest = idle["interval"].Items[1].Number,
                    Close = idle.Number("close"),
                    Shut = idle.Number("shut"),
                    Open = idle.Number("open"),
                    Seed = (uint)idle.Number("seed"),
                },
            };
        }

        /// <summary>A rule with its defaults, null where it is off.</summary>
        RuleFields Rule(string name)
        {
            JsonNode node = merged.Eyes.Find(name);
            return node == null || !node.IsObject ? null : new RuleFields(merged.Contract.Schema.RuleOf("eyes", name), node);
        }

        static Glasses BuildGlasses(RuleFields rule)
        {
            if (rule == null)
                return null;
            return new Glasses { Open = rule.Number("open"), Closed = rule.Number("closed"), Trust = rule.Number("trust") };
        }

        static FarEye BuildFarEye(RuleFields rule)
        {
            return rule == null ? null : new FarEye { From = rule.Number("from"), To = rule.Number("to") };
        }

        static Wink BuildWink(RuleFields rule)
        {
            if (rule == null)
                return null;
            return new Wink
            {
                On = rule.Number("on"),
                Off = rule.Number("off"),
                Fade = rule.Number("fade"),
                Open = rule.Number("open"),
                Close = rule.Number("close"),
            };
        }

        static Gaze BuildGaze(RuleFields rule)
        {
            if (rule == null)
                return null;
            return new Gaze
            {
                Left = BuildDirection(rule.Inner("left")),
                Right = BuildDirection(rule.Inner("right")),
                Up = BuildDirection(rule.Inner("up")),
                Down = BuildDirection(rule.Inner("down")),
            };
        }

        static GazeDirection BuildDirection(RuleFields rule)
        {
            return new GazeDirection { Gain = rule.Number("gain"), Limit = rule.Number("limit") };
        }

        static GazeHold BuildGazeHold(RuleFields rule)
        {
            if (rule == null)
                return null;
            return new GazeHold { On = rule.Number("on"), Off = rule.Number("off"), Return = rule.Number("return") };
        }
    }
}
