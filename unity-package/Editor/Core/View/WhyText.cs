using System.Collections.Generic;
using System.Globalization;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>Why a target has its value, in lines for people: from the channels to the shape.</summary>
    public static class WhyText
    {
        const double Same = 5e-7;

        /// <summary>The lines; the deeper, the more blanks in front.</summary>
        public static IList<string> Lines(Explanation why)
        {
            var lines = new List<string> { why.Target + " = " + Number(why.Final) };
            foreach (RowShare row in why.Rows)
                AddRow(lines, row);
            if (why.Rows.Count == 0)
                lines.Add("  no row drives it");
            AddStage(lines, "rows together", why.Combined, double.NaN);
            if (why.Shown != null)
                lines.Add("  its switch shows \"" + why.Shown + "\"");
            AddStage(lines, "after poses of conditions", why.Posed, why.Combined);
            AddStage(lines, "within its range", why.Ranged, why.Posed);
            AddStage(lines, "after VRM overrides", why.Damped, why.Ranged);
            AddStage(lines, "after groups", why.Excluded, why.Damped);
            AddStage(lines, "after timing", why.Final, why.Excluded);
            return lines;
        }

        static void AddRow(List<string> lines, RowShare row)
        {
            string weight = row.Weight < 1.0 ? ", counts " + Number(row.Weight) : "";
            lines.Add("  row \"" + row.Id + "\" says " + Number(row.Value) + weight);
            foreach (ConditionShare condition in row.Conditions)
                lines.Add("    " + Word(condition.Use) + " \"" + condition.Id + "\", which is on by " + Number(condition.Weight));
            foreach (SourceValue source in row.Sources)
                AddSource(lines, source, "    ");
        }

        static void AddSource(List<string> lines, SourceValue source, string blanks)
        {
            bool changed = !double.IsNaN(source.Raw) && !IsSame(source.Raw, source.Value);
            lines.Add(blanks + source.Name + " = " + Number(source.Value) + (changed ? " (came as " + Number(source.Raw) + ")" : ""));
            foreach (SourceValue below in source.Sources)
                AddSource(lines, below, blanks + "  ");
        }

        static void AddStage(List<string> lines, string what, double value, double before)
        {
            if (!IsSame(value, before))
                lines.Add("  " + what + ": " + Number(value));
        }

        static bool IsSame(double a, double b)
        {
            return (double.IsNaN(a) && double.IsNaN(b)) || System.Math.Abs(a - b) < Same;
        }

        static string Word(ConditionUse use)
        {
            return use == ConditionUse.While ? "while" : use == ConditionUse.Unless ? "unless" : "suppressed by";
        }

        static string Number(double value)
        {
            return double.IsNaN(value) ? "nothing" : value.ToString("0.###", CultureInfo.InvariantCulture);
        }
    }
}
