using Koekata.Binding;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>Drawings in a sheet.</summary>
    [TestFixture]
    public sealed class SheetCellTests
    {
        [TestCase(0, 0.0, 0.5)]
        [TestCase(3, 0.75, 0.5)]
        [TestCase(4, 0.0, 0.0)]
        [TestCase(7, 0.75, 0.0)]
        [TestCase(99, 0.75, 0.0)]
        [TestCase(-1, 0.0, 0.5)]
        public void CellsAreCountedFromTheTopLeft(int index, double u, double v)
        {
            double width, height, foundU, foundV;
            SheetCell.Of(index, 4, 2, out width, out height, out foundU, out foundV);
            Assert.That(new[] { width, height, foundU, foundV }, Is.EqualTo(new[] { 0.25, 0.5, u, v }));
        }
    }
}
