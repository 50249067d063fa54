using NUnit.Framework;
using UnityEngine;

namespace Koekata.Tests
{
    /// <summary>Drawings without drawings: nothing to show must do no harm. For Unity's runner.</summary>
    [TestFixture]
    public sealed class DrawingsTests
    {
        [Test]
        public void ASetWithoutDrawingsShowsNothingAndIsCalledLikeItsObject()
        {
            var drawings = new GameObject("mouth").AddComponent<KoekataDrawings>();
            drawings.Show(3);
            Assert.That(drawings.Name, Is.EqualTo("mouth"));
            Assert.That(drawings.Shown, Is.EqualTo(-1));
            drawings.Restore();
            Object.DestroyImmediate(drawings.gameObject);
        }
    }
}
