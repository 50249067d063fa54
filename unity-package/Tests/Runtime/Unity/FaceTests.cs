using System.Collections;
using NUnit.Framework;
using UnityEngine;
using UnityEngine.TestTools;

namespace Koekata.Tests
{
    /// <summary>A face in a scene: what it writes, mixes and gives back. For Unity's runner.</summary>
    [TestFixture]
    public sealed class FaceTests
    {
        const string Table =
            "{\"version\": 1, \"targets\": [{\"id\": \"tilt\", \"kind\": \"bone\", \"bone\": \"Head\", \"property\": \"rotation\", \"axis\": \"y\"}," +
            "{\"id\": \"flash\", \"kind\": \"event\"}], \"rows\": [{\"id\": \"open\", \"from\": \"jawOpen\", \"to\": \"Open\"}," +
            "{\"id\": \"turn\", \"from\": \"headYaw\", \"to\": \"tilt\"}, {\"id\": \"ring\", \"from\": \"jawOpen\", \"to\": \"flash\"}," +
            "{\"id\": \"none\", \"from\": \"jawOpen\", \"to\": \"Opne\"}]}";

        static readonly string[] channels = { "jawOpen", "headYaw" };

        GameObject model;
        SkinnedMeshRenderer mesh;
        Transform head;
        KoekataFace face;

        [SetUp]
        public void Begin()
        {
            model = new GameObject("Model");
            head = new GameObject("Head").transform;
            head.SetParent(model.transform, false);
            mesh = new GameObject("Face").AddComponent<SkinnedMeshRenderer>();
            mesh.transform.SetParent(model.transform, false);
            mesh.sharedMesh = Mesh();
            face = model.AddComponent<KoekataFace>();
            face.Mapping = KoekataMapping.FromText(Table, "test");
        }

        [TearDown]
        public void End()
        {
            Object.DestroyImmediate(model);
        }

        [UnityTest]
        public IEnumerator AWeightOfOneIsTheWholeShape()
        {
            yield return Show(1.0, 0.0);
            Assert.That(mesh.GetBlendShapeWeight(0), Is.EqualTo(100f));
        }

        [UnityTest]
        public IEnumerator ABoneTurnsFromWhereItStandsAndDoesNotTurnOn()
        {
            for (int i = 0; i < 3; i++)
                yield return Show(0.0, 30.0);
            // The character's left is -x in Unity.
            Assert.That((head.localRotation * new Vector3(0f, 0f, 1f)).x, Is.EqualTo(-0.5f).Within(1e-4f));
        }

        [UnityTest]
        public IEnumerator HalfAWeightIsMixedWithAnimation()
        {
            face.Weight = 0.5f;
            yield return Show(1.0, 0.0);
            mesh.SetBlendShapeWeight(0, 20f);
            yield return Show(1.0, 0.0);
            Assert.That(mesh.GetBlendShapeWeight(0), Is.EqualTo(60f).Within(1e-3f));
        }

        [UnityTest]
        public IEnumerator DisabledItGivesEverythingBack()
        {
            mesh.SetBlendShapeWeight(0, 7f);
            yield return Show(1.0, 30.0);
            face.enabled = false;
            Assert.That(mesh.GetBlendShapeWeight(0), Is.EqualTo(7f));
            Assert.That(head.localRotation.w, Is.EqualTo(1f));
        }

        [UnityTest]
        public IEnumerator OnlyWhatTheTableNamesIsWritten()
        {
            mesh.SetBlendShapeWeight(1, 42f);
            yield return Show(1.0, 0.0);
            Assert.That(mesh.GetBlendShapeWeight(1), Is.EqualTo(42f));
        }

        [UnityTest]
        public IEnumerator WhatIsMissingIsListed()
        {
            yield return Show(0.0, 0.0);
            Assert.That(face.Missing.Count, Is.EqualTo(1));
            StringAssert.Contains("\"Open\"", face.Missing[0].Message);
        }

        [UnityTest]
        public IEnumerator AnEventIsTold()
        {
            string told = "";
            face.Fired.AddListener(id => told = id);
            yield return Show(1.0, 0.0);
            Assert.That(told, Is.EqualTo("flash"));
        }

        // The face writes in LateUpdate, after animation: the frame has to end.
        object Show(double jaw, double yaw)
        {
            face.Play(channels, new[] { jaw, yaw }, 0.0, 0.02, 1f);
            return null;
        }

        static Mesh Mesh()
        {
            var made = new Mesh();
            var corners = new[] { new Vector3(0f, 0f, 0f), new Vector3(1f, 0f, 0f), new Vector3(0f, 1f, 0f) };
            made.vertices = corners;
            made.triangles = new[] { 0, 1, 2 };
            made.AddBlendShapeFrame("Open", 100f, corners, null, null);
            made.AddBlendShapeFrame("Other", 100f, corners, null, null);
            return made;
        }
    }
}
