using System.Collections;
using NUnit.Framework;
using UnityEngine;
using UnityEngine.TestTools;

namespace Koekata.Tests
{
    /// <summary>Colours of a material in a scene. For Unity's runner.</summary>
    [TestFixture]
    public sealed class MaterialTests
    {
        const string Glow = "_EmissionColor";
        const string Table =
            "{\"version\": 1, \"targets\": [{\"id\": \"glow\", \"kind\": \"material\", \"material\": \"Skin\", \"property\": \"" + Glow + "\", " +
            "\"component\": \"r\"}], \"rows\": [{\"id\": \"glow\", \"from\": \"jawOpen\", \"to\": \"glow\"}]}";

        static readonly string[] channels = { "jawOpen" };

        GameObject model;
        SkinnedMeshRenderer shown;
        Material material;
        KoekataFace face;

        [SetUp]
        public void Begin()
        {
            Shader shader = Shader.Find("Standard");
            Assume.That(shader != null, "The built-in shader Standard is not here.");
            material = new Material(shader) { name = "Skin" };
            material.SetColor(Glow, new Color(0f, 0.5f, 0f, 1f));
            model = new GameObject("Model");
            shown = model.AddComponent<SkinnedMeshRenderer>();
            shown.sharedMaterial = material;
            face = model.AddComponent<KoekataFace>();
            face.Mapping = KoekataMapping.FromText(Table, "test");
        }

        [TearDown]
        public void End()
        {
            Object.DestroyImmediate(model);
            Object.DestroyImmediate(material);
        }

        [UnityTest]
        public IEnumerator AnHdrColourIsWrittenAsTheMaterialHasIt()
        {
            face.Play(channels, new[] { 0.25 }, 0.0, 0.02, 1f);
            // The face writes in LateUpdate: the frame has to end.
            yield return null;
            Vector4 written = Block().GetVector(Glow);
            Assert.That(written.x, Is.EqualTo(0.25f).Within(1e-4f));
            Assert.That(written.y, Is.EqualTo(0.5f).Within(1e-4f));
        }

        [UnityTest]
        public IEnumerator DisabledItTakesItsBlockAway()
        {
            face.Play(channels, new[] { 0.25 }, 0.0, 0.02, 1f);
            yield return null;
            Assert.That(Block().isEmpty, Is.False);
            face.enabled = false;
            Assert.That(Block().isEmpty, Is.True);
        }

        MaterialPropertyBlock Block()
        {
            var block = new MaterialPropertyBlock();
            shown.GetPropertyBlock(block, 0);
            return block;
        }
    }
}
