using System;
using System.Collections.Generic;
using System.Linq;
using Koekata.Mapping;
using Koekata.Samples;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>The sample's face and its table belong together, and the face does what the names of its shapes say.</summary>
    [TestFixture]
    public sealed class SampleFaceTests
    {
        readonly FaceDrawing face = FacePainter.Paint();
        readonly MappingTable table = new TableLoader().Load(Repository.At("unity-package/Samples~/ProceduralFace/face.koekata.json"));

        [Test]
        public void TheTableDrivesEveryShapeAndNoOther()
        {
            IEnumerable<string> morphs = table.Targets.Where(target => target.Kind == TargetKind.Morph).Select(target => target.Address.Name);
            Assert.That(morphs, Is.EquivalentTo(face.Shapes));
        }

        [Test]
        public void LeftIsOnTheRightOfWhoLooksAtIt()
        {
            foreach (string shape in new[] { "blinkLeft", "browUpLeft", "lookInLeft" })
                Assert.That(face.Moves(shape).Keys.All(place => face.Points[place].X > 0f), shape);
        }

        [Test]
        public void ABlinkBringsTheLidBelowTheMiddleOfTheEye()
        {
            float rest = face.Moves("blinkLeft").Keys.Max(place => face.Points[place].Y);
            float shut = face.Moves("blinkLeft").Max(move => face.Points[move.Key].Y + move.Value.Y);
            float bottom = face.Moves("blinkLeft").Min(move => face.Points[move.Key].Y + move.Value.Y);
            Assert.That(shut, Is.LessThan(rest - 0.1f));
            Assert.That(bottom, Is.LessThan(0f));
        }

        [Test]
        public void EyesThatLookOutOfOneSideGoTheSameWay()
        {
            Func<string, float> along = shape => face.Moves(shape).Values.First().X;
            Assert.That(Math.Sign(along("lookOutLeft")), Is.EqualTo(Math.Sign(along("lookInRight"))));
            Assert.That(along("lookOutLeft"), Is.GreaterThan(0f), "to the character's left");
        }

        [Test]
        public void EveryChannelThatItsRowsNameMovesSomething()
        {
            foreach (string input in new Coverage(table).Inputs.Values.SelectMany(names => names).Distinct())
            {
                // Alone it has nothing to take away from.
                if (input == "mouthClose")
                    continue;
                var evaluator = new Evaluator(table);
                MappingFrame frame = evaluator.NewFrame();
                frame.Set(input, 1.0);
                Outputs outputs = evaluator.Step(frame, 0.1);
                Assert.That(Enumerable.Range(0, outputs.Count).Any(i => outputs.Has(i) && Math.Abs(outputs[i]) > 0.1), input);
            }
        }
    }
}
