using System.Collections.Generic;
using Koekata.Binding;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>Targets of a table found on a model by their names.</summary>
    [TestFixture]
    public sealed class BindingPlanTests
    {
        [Test]
        public void AMorphIsFoundOnEveryMeshThatHasItAndOnOneWhereTheTableNamesIt()
        {
            BindingPlan plan = Plan(
                "{\"id\": \"open\"}, {\"id\": \"teeth\", \"name\": \"grin\", \"mesh\": \"Teeth\"}",
                Model());
            Assert.That(plan.Missing, Is.Empty);
            Assert.That(Places(plan), Is.EqualTo(new[] { "0:0.0", "0:1.1", "1:1.0" }));
        }

        [Test]
        public void ANameBehindThatOfADeformerIsFound()
        {
            BindingPlan plan = Plan("{\"id\": \"smile\"}", Model());
            Assert.That(Places(plan), Is.EqualTo(new[] { "0:0.1" }));
        }

        [TestCase("{\"id\": \"opne\"}", "blendshape \"opne\"", "Did you mean \"open\"")]
        [TestCase("{\"id\": \"x\", \"name\": \"open\", \"mesh\": \"Teet\"}", "mesh with blendshapes \"Teet\"", "\"Teeth\"")]
        [TestCase("{\"id\": \"x\", \"kind\": \"bone\", \"bone\": \"head\", \"property\": \"rotation\", \"axis\": \"x\"}", "bone \"head\"", "\"Head\"")]
        [TestCase("{\"id\": \"x\", \"kind\": \"material\", \"material\": \"Skn\", \"property\": \"_Blush\"}", "material \"Skn\"", "")]
        [TestCase("{\"id\": \"x\", \"kind\": \"material\", \"material\": \"Skin\", \"property\": \"_Blus\"}", "\"_Blus\"", "\"_Blush\"")]
        [TestCase("{\"id\": \"mouht\", \"kind\": \"sprite\", \"count\": 4}", "\"mouht\"", "\"mouth\"")]
        [TestCase("{\"id\": \"happy\", \"kind\": \"expression\"}", "nothing on this model shows", "Koekata VRM")]
        public void WhatIsMissingIsToldWithWhatMayHaveBeenMeant(string target, string what, string meant)
        {
            BindingPlan plan = Plan(target, Model());
            Assert.That(plan.Missing.Count, Is.EqualTo(1));
            StringAssert.Contains(what, plan.Missing[0].Message);
            StringAssert.Contains(meant, plan.Missing[0].Message);
        }

        [Test]
        public void TargetsOfOneBoneComeTogether()
        {
            BindingPlan plan = Plan(
                "{\"id\": \"yaw\", \"kind\": \"bone\", \"bone\": \"Head\", \"property\": \"rotation\", \"axis\": \"y\"}," +
                "{\"id\": \"up\", \"kind\": \"bone\", \"bone\": \"Head\", \"property\": \"translation\", \"axis\": \"y\"}," +
                "{\"id\": \"roll\", \"kind\": \"bone\", \"bone\": \"Head\", \"property\": \"rotation\", \"axis\": \"z\"}",
                Model());
            Assert.That(plan.Bones.Count, Is.EqualTo(1));
            Assert.That(plan.Bones[0].Rotation, Is.EqualTo(new[] { -1, 0, 2 }));
            Assert.That(plan.Bones[0].Translation, Is.EqualTo(new[] { -1, 1, -1 }));
        }

        [Test]
        public void ColoursAndOffsetsOfAMaterialComeTogetherInEveryPlaceThatHasIt()
        {
            ModelParts model = Model();
            model.Materials.Add(Skin());
            BindingPlan plan = Plan(
                "{\"id\": \"r\", \"kind\": \"material\", \"material\": \"Skin\", \"property\": \"_Colour\", \"component\": \"r\"}," +
                "{\"id\": \"a\", \"kind\": \"material\", \"material\": \"Skin\", \"property\": \"_Colour\", \"component\": \"a\"}," +
                "{\"id\": \"u\", \"kind\": \"uv\", \"material\": \"Skin\", \"axis\": \"u\"}",
                model);
            Assert.That(plan.Missing, Is.Empty);
            Assert.That(plan.Materials.Count, Is.EqualTo(2));
            Assert.That(plan.Materials[1].Targets, Is.EqualTo(new[] { 0, -1, -1, 1 }));
            Assert.That(plan.Uvs.Count, Is.EqualTo(2));
            Assert.That(plan.Uvs[0].Texture, Is.EqualTo("_MainTex"));
            Assert.That(plan.Uvs[0].U, Is.EqualTo(2));
        }

        [Test]
        public void TwoTargetsThatDriveOneShapeAreTold()
        {
            BindingPlan plan = Plan("{\"id\": \"open\"}, {\"id\": \"again\", \"name\": \"open\", \"mesh\": \"Face\"}", Model());
            Assert.That(plan.Morphs.Count, Is.EqualTo(2));
            StringAssert.Contains("\"open\" drives it already", plan.Missing[0].Message);
        }

        [Test]
        public void AllThatIsMissingIsToldAtOnceWithTheNameOfTheModel()
        {
            string[] lines = Plan("{\"id\": \"opne\"}, {\"id\": \"smlie\"}", Model()).MissingText("Sora").Split('\n');
            Assert.That(lines.Length, Is.EqualTo(3));
            StringAssert.Contains("\"Sora\"", lines[0]);
            StringAssert.Contains("\"opne\"", lines[1]);
            StringAssert.Contains("\"smlie\"", lines[2]);
        }

        [Test]
        public void ExpressionsAreFoundWhateverTheirLetters()
        {
            ModelParts model = Model();
            model.Expressions = new[] { "BLINK_L", "Joy" };
            BindingPlan plan = Plan("{\"id\": \"Blink_L\", \"kind\": \"expression\"}", model);
            Assert.That(plan.Expressions[0].Part, Is.EqualTo(0));
        }

        static BindingPlan Plan(string targets, ModelParts model)
        {
            string text = "{\"version\": 1, \"targets\": [" + targets + "]}";
            return new BindingPlan(new TableLoader().LoadText(text), model);
        }

        static ModelParts Model()
        {
            var model = new ModelParts();
            model.Meshes.Add(new ModelMesh("Face", "Face.baked", new[] { "open", "Face_blendShape.smile" }));
            model.Meshes.Add(new ModelMesh("Teeth", "Teeth", new[] { "grin", "open" }));
            model.Bones.Add("Hips");
            model.Bones.Add("Head");
            model.Materials.Add(Skin());
            model.Drawings.Add("mouth");
            return model;
        }

        static ModelMaterial Skin()
        {
            var skin = new ModelMaterial("Skin", "_MainTex");
            skin.Numbers.Add("_Blush");
            skin.Vectors.Add("_Colour");
            skin.Textures.Add("_MainTex");
            return skin;
        }

        static List<string> Places(BindingPlan plan)
        {
            var found = new List<string>();
            foreach (MorphBinding morph in plan.Morphs)
                found.Add(morph.Target + ":" + morph.Mesh + "." + morph.Shape);
            return found;
        }
    }
}
