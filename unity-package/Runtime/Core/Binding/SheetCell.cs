using System;

namespace Koekata.Binding
{
    /// <summary>Where a drawing stands in a sheet of equal cells that are counted from the top left, row by row.</summary>
    public static class SheetCell
    {
        /// <summary>
        /// The part of the texture, for coordinates whose v runs upwards from the bottom: widths, then the lower left corner.
        /// An index outside the sheet takes the nearest cell.
        /// </summary>
        public static void Of(int index, int columns, int rows, out double width, out double height, out double u, out double v)
        {
            columns = Math.Max(1, columns);
            rows = Math.Max(1, rows);
            int cell = Math.Max(0, Math.Min(columns * rows - 1, index));
            width = 1.0 / columns;
            height = 1.0 / rows;
            u = cell % columns * width;
            v = 1.0 - (cell / columns + 1) * height;
        }
    }
}
