#include "Koekata/Axes/SceneClock.h"
#include "Koekata/Binding/FaceDriver.h"
#include "Koekata/Binding/PropertyPlan.h"
#include "Koekata/Mapping/Loader.h"
#include "stream_support.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
std::shared_ptr<const FMappingTable> Table(const std::string& Text)
{
	FLoadResult Loaded = LoadTableText(Text, "t.json");
	INFO(Answer(Loaded.Faults).dump());
	REQUIRE(Loaded.Table != nullptr);
	return Loaded.Table;
}

FStreamFrame Stream(const std::vector<std::string>& Names, const std::vector<double>& Weights, const std::vector<double>& Confidence)
{
	FChannelLayout Layout;
	Layout.Channels = Names;
	FStreamFrame Made;
	Made.Layout = std::make_shared<const FChannelLayout>(Layout);
	Made.Motion.Weights = Weights;
	Made.Motion.ChannelConfidence = Confidence;
	Made.Motion.bTracked = true;
	return Made;
}

float ValueOf(FPropertyPlan& Plan, const FStreamFrame& Frame, const std::string& Name)
{
	const auto Found = std::find(Plan.Names().begin(), Plan.Names().end(), Name);
	REQUIRE(Found != Plan.Names().end());
	return Plan.Values(Frame)[static_cast<size_t>(Found - Plan.Names().begin())];
}

constexpr const char* EveryKind = R"({"version": 1, "targets": [
	{"id": "smile", "name": "Fcl_MTH_Fun", "mesh": "Face"},
	{"id": "happy", "kind": "expression"},
	{"id": "headYawBone", "kind": "bone", "bone": "Head", "property": "rotation", "axis": "y"},
	{"id": "headRollBone", "kind": "bone", "bone": "Head", "property": "rotation", "axis": "z"},
	{"id": "jawDrop", "kind": "bone", "bone": "Jaw", "property": "translation", "axis": "y"},
	{"id": "blush", "kind": "material", "material": "Skin", "property": "BlushColor", "component": "r"},
	{"id": "shine", "kind": "material", "material": "Skin", "property": "Shine"},
	{"id": "irisU", "kind": "uv", "material": "Iris", "axis": "u"},
	{"id": "irisV", "kind": "uv", "material": "Iris", "axis": "v"},
	{"id": "mouth", "kind": "sprite", "count": 5},
	{"id": "clap", "kind": "event", "name": "Clap"}],
	"rows": [
	{"id": "r0", "from": "mouthSmileLeft", "to": "smile"},
	{"id": "r1", "from": "jawOpen", "to": "happy"},
	{"id": "r2", "from": "headYaw", "to": "headYawBone"},
	{"id": "r3", "from": "headRoll", "to": "headRollBone"},
	{"id": "r4", "from": "jawOpen", "to": "jawDrop", "gain": -0.02},
	{"id": "r5", "from": "cheekPuff", "to": "blush"},
	{"id": "r6", "from": "cheekPuff", "to": "shine"},
	{"id": "r7", "from": "gazeYawLeft", "to": "irisU", "gain": 0.01},
	{"id": "r8", "from": "gazePitchLeft", "to": "irisV", "gain": 0.01},
	{"id": "r9", "from": "jawOpen", "to": "mouth", "gain": 4},
	{"id": "r10", "from": "jawOpen", "to": "clap"}]})";
} // namespace

TEST_SUITE_BEGIN("binding");

TEST_CASE("a channel that was never observed is no property, and becomes one when it is")
{
	FPropertyPlan Plan;
	FStreamFrame Frame = Stream({"jawOpen", "tongueOut"}, {0.5, 0.0}, {1.0, 0.0});
	CHECK(Plan.Follow(Frame));
	CHECK_FALSE(Plan.Follow(Frame));
	CHECK(Plan.Names().front() == "JawOpen");
	CHECK(std::count(Plan.Names().begin(), Plan.Names().end(), "TongueOut") == 0);
	CHECK(ValueOf(Plan, Frame, "JawOpen") == doctest::Approx(0.5));
	Frame.Motion.ChannelConfidence[1] = 0.5;
	Frame.Motion.Weights[1] = 0.75;
	CHECK(Plan.Follow(Frame));
	CHECK(ValueOf(Plan, Frame, "TongueOut") == doctest::Approx(0.75));
	// Once a property, it keeps its value while it is not observed.
	Frame.Motion.ChannelConfidence[1] = 0.0;
	Frame.Motion.Weights[1] = 0.0;
	CHECK_FALSE(Plan.Follow(Frame));
	CHECK(ValueOf(Plan, Frame, "TongueOut") == doctest::Approx(0.75));
}

TEST_CASE("a restarted sender with the same names needs no new properties")
{
	FPropertyPlan Plan;
	CHECK(Plan.Follow(Stream({"jawOpen"}, {0.5}, {1.0})));
	CHECK_FALSE(Plan.Follow(Stream({"jawOpen"}, {0.25}, {1.0})));
	CHECK(Plan.Follow(Stream({"jawLeft"}, {0.25}, {1.0})));
}

TEST_CASE("head, eyes, place and tracking are properties with Epic's names and senses")
{
	FPropertyPlan Plan;
	FStreamFrame Frame = Stream({"jawOpen", "aVoiceChannel"}, {0.5, 0.25}, {1.0, 1.0});
	Frame.Motion.HeadYpr = {90.0, 45.0, 0.0};
	Frame.Motion.HeadTranslation = {0.1, 0.2, -0.5};
	Frame.Motion.Gaze = {10.0, 0.0, 0.0, 0.0};
	Plan.Follow(Frame);
	CHECK(ValueOf(Plan, Frame, "aVoiceChannel") == doctest::Approx(0.25));
	CHECK(ValueOf(Plan, Frame, "HeadYaw") == doctest::Approx(-1.5707963));
	CHECK(ValueOf(Plan, Frame, "HeadPitch") == doctest::Approx(-0.7853982));
	CHECK(ValueOf(Plan, Frame, "LeftEyeYaw") == doctest::Approx(-0.1745329));
	CHECK(ValueOf(Plan, Frame, "HeadX") == doctest::Approx(-50.0));
	CHECK(ValueOf(Plan, Frame, "HeadY") == doctest::Approx(-10.0));
	CHECK(ValueOf(Plan, Frame, "HeadZ") == doctest::Approx(20.0));
	CHECK(ValueOf(Plan, Frame, TrackedCurve) == 1.0F);
	Frame.Motion.bTracked = false;
	CHECK(ValueOf(Plan, Frame, TrackedCurve) == 0.0F);
}

TEST_CASE("the curves of Live Link give the table what the stream itself gives it")
{
	const auto Mapping = Table(EveryKind);
	FStreamFrame Frame = Stream({"jawOpen", "mouthSmileLeft", "cheekPuff", "tongueOut"}, {0.5, 0.75, 0.25, 0.0}, {1.0, 1.0, 1.0, 0.0});
	Frame.Motion.HeadYpr = {20.0, -10.0, 5.0};
	Frame.Motion.Gaze = {4.0, -3.0, 2.0, 1.0};
	FFaceDriver OfStream, OfCurves;
	REQUIRE(OfStream.SetTable(Mapping));
	REQUIRE(OfCurves.SetTable(Mapping));
	OfStream.StepStream(Frame, 0.016, false);
	FPropertyPlan Plan;
	Plan.Follow(Frame);
	std::vector<float> Curves;
	std::vector<uint8_t> Given;
	for (const FCurveInput& Input : OfCurves.Curves())
	{
		const auto Found = std::find(Plan.Names().begin(), Plan.Names().end(), Input.Curve);
		Given.push_back(Found != Plan.Names().end() ? 1 : 0);
		Curves.push_back(Given.back() != 0 ? ValueOf(Plan, Frame, Input.Curve) : 0.0F);
	}
	OfCurves.StepCurves(Curves, Given, true, 0.016);
	REQUIRE(OfStream.Values().size() == OfCurves.Values().size());
	int Numbers = 0;
	for (size_t Target = 0; Target < OfStream.Values().size(); ++Target)
	{
		CAPTURE(Mapping->Targets[Target].Id);
		CHECK(std::isnan(OfStream.Values()[Target]) == std::isnan(OfCurves.Values()[Target]));
		if (!std::isnan(OfStream.Values()[Target]))
		{
			CHECK(OfCurves.Values()[Target] == doctest::Approx(OfStream.Values()[Target]).epsilon(1e-5));
			++Numbers;
		}
	}
	CHECK(Numbers == 10);
}

TEST_CASE("targets are sorted by what of a model they move")
{
	const FOutputPlan Plan = PlanOutputs(*Table(EveryKind));
	REQUIRE(Plan.Morphs.size() == 1);
	CHECK(Plan.Morphs[0].Name == "Fcl_MTH_Fun");
	CHECK(Plan.Morphs[0].Mesh == "Face");
	REQUIRE(Plan.Expressions.size() == 1);
	CHECK(Plan.Expressions[0].Name == "happy");
	REQUIRE(Plan.Bones.size() == 2);
	CHECK(Plan.Bones[0].Rotation == std::array<int, 3>{-1, 2, 3});
	CHECK(Plan.Bones[1].Translation == std::array<int, 3>{-1, 4, -1});
	REQUIRE(Plan.Materials.size() == 3);
	CHECK(Plan.Materials[0].IsVector());
	CHECK(Plan.Materials[0].Components == std::array<int, 4>{5, -1, -1, -1});
	CHECK_FALSE(Plan.Materials[1].IsVector());
	CHECK(Plan.Materials[1].Value == 6);
	CHECK(Plan.Materials[2].Property == DefaultOffset);
	CHECK(Plan.Materials[2].Components == std::array<int, 4>{7, 8, -1, -1});
	REQUIRE(Plan.Sprites.size() == 1);
	REQUIRE(Plan.Events.size() == 1);
	CHECK(Plan.Events[0].Name == "Clap");
}

TEST_CASE("events fire once, and triggers wait for the next step")
{
	FFaceDriver Driver;
	CHECK_FALSE(Driver.Fire("wave", EFire::On));
	Driver.SetTable(Table(R"({"version": 1, "conditions": [{"id": "wave", "trigger": true, "set": {"hand": 1}}],
		"targets": [{"id": "hand"}, {"id": "clap", "kind": "event"}], "rows": [{"id": "r", "from": "jawOpen", "to": "clap"}]})"));
	CHECK_FALSE(Driver.Fire("nothing", EFire::On));
	CHECK(Driver.Fire("wave", EFire::On));
	FStreamFrame Frame = Stream({"jawOpen"}, {0.9}, {1.0});
	Driver.StepStream(Frame, 0.016, false);
	CHECK(Driver.Values()[0] == doctest::Approx(1.0));
	CHECK(Driver.Events() == std::vector<int>{1});
	Driver.StepStream(Frame, 0.016, false);
	CHECK(Driver.Events().empty());
	CHECK(Driver.Values()[0] == doctest::Approx(1.0));
}

TEST_CASE("a stale stream is a lost face: it is held, then eased to rest")
{
	FFaceDriver Driver;
	Driver.SetTable(Table(R"({"version": 1, "lost": {"hold": 0.1, "ease": 0.1}, "rows": [{"id": "r", "from": "jawOpen", "to": "open"}]})"));
	const FStreamFrame Frame = Stream({"jawOpen"}, {0.8}, {1.0});
	Driver.StepStream(Frame, 0.016, false);
	CHECK(Driver.Values()[0] == doctest::Approx(0.8));
	Driver.StepStream(Frame, 0.05, true);
	CHECK(Driver.Values()[0] == doctest::Approx(0.8));
	for (int Step = 0; Step < 10; ++Step)
	{
		Driver.StepStream(Frame, 0.05, true);
	}
	CHECK(Driver.Values()[0] == doctest::Approx(0.0));
}

TEST_CASE("another table goes on with the state of what both name, and the same one changes nothing")
{
	FFaceDriver Driver;
	const auto First = Table(R"({"version": 1, "conditions": [{"id": "on", "trigger": true, "set": {"a": 1}}], "targets": [{"id": "a"}]})");
	CHECK(Driver.SetTable(First));
	CHECK_FALSE(Driver.SetTable(First));
	CHECK_FALSE(Driver.SetTable(nullptr));
	Driver.Fire("on", EFire::On);
	Driver.StepStream(Stream({"jawOpen"}, {0.0}, {1.0}), 0.016, false);
	CHECK(Driver.SetTable(Table(R"({"version": 1, "conditions": [{"id": "on", "trigger": true, "set": {"b": 1}}], "targets": [{"id": "b"}]})")));
	Driver.StepStream(Stream({"jawOpen"}, {0.0}, {1.0}), 0.016, false);
	CHECK(Driver.Values()[0] == doctest::Approx(1.0));
	CHECK(Driver.Plan().Morphs[0].Name == "b");
}

TEST_CASE("a turn to the left is one in every way that an importer turns axes")
{
	// In glTF, a head that looks along +z turns to its left (+x) by a positive angle about +y.
	FBoneOutput Bone;
	Bone.Rotation = {-1, 0, -1};
	Bone.Translation = {1, -1, -1};
	const std::vector<double> Values = {90.0, 0.5};
	struct FWay
	{
		EBoneAxes Axes;
		FUnrealVector Front;
		FUnrealVector Left;
	};
	// Where the importer puts glTF's +z and +x.
	for (const FWay& Way : {FWay{EBoneAxes::SwapYZ, {0, 1, 0}, {1, 0, 0}}, FWay{EBoneAxes::MirrorY, {0, 0, 1}, {1, 0, 0}},
							FWay{EBoneAxes::MirrorX, {0, 0, 1}, {-1, 0, 0}}, FWay{EBoneAxes::MirrorZ, {0, 0, -1}, {1, 0, 0}}})
	{
		FBoneMotion Motion;
		REQUIRE(MotionOf(Bone, Values, Way.Axes, Motion));
		// v + 2 u x (u x v + w v), with u the quaternion's vector.
		const auto Cross = [](const FUnrealVector& A, const FUnrealVector& B)
		{ return FUnrealVector{A.Y * B.Z - A.Z * B.Y, A.Z * B.X - A.X * B.Z, A.X * B.Y - A.Y * B.X}; };
		const FUnrealVector U = {Motion.Rotation.X, Motion.Rotation.Y, Motion.Rotation.Z};
		const FUnrealVector V = Way.Front;
		const FUnrealVector C = Cross(U, V);
		const FUnrealVector D = Cross(U, {C.X + Motion.Rotation.W * V.X, C.Y + Motion.Rotation.W * V.Y, C.Z + Motion.Rotation.W * V.Z});
		CHECK(V.X + 2 * D.X == doctest::Approx(Way.Left.X));
		CHECK(V.Y + 2 * D.Y == doctest::Approx(Way.Left.Y));
		CHECK(V.Z + 2 * D.Z == doctest::Approx(Way.Left.Z));
		CHECK(Motion.Translation.X == doctest::Approx(50.0 * Way.Left.X));
		CHECK(Motion.Scale.Y == 1.0);
	}
	FBoneMotion Motion;
	CHECK_FALSE(MotionOf(Bone, {std::nan(""), std::nan("")}, EBoneAxes::SwapYZ, Motion));
}

TEST_CASE("pictures between two numbers of the timecode lie between them")
{
	FSceneClock Clock;
	FFrameMessage Frame;
	Frame.Timecode = "01:00:00:00";
	Frame.MonotonicNs = 1000000000;
	FTimecodeRate Rate;
	double Frames = 0.0;
	REQUIRE(Clock.FromSource(Frame, Rate, Frames));
	CHECK(Frames == doctest::Approx(108000.0));
	Frame.MonotonicNs += 16666667;
	REQUIRE(Clock.FromSource(Frame, Rate, Frames));
	CHECK(Frames == doctest::Approx(108000.5));
	// A timecode that stands still does not run into the next number.
	Frame.MonotonicNs += 10000000000;
	REQUIRE(Clock.FromSource(Frame, Rate, Frames));
	CHECK(Frames < 108001.0);
	Frame.Timecode = "01:00:00:01";
	REQUIRE(Clock.FromSource(Frame, Rate, Frames));
	CHECK(Frames == doctest::Approx(108001.0));
	Frame.Timecode = "";
	CHECK_FALSE(Clock.FromSource(Frame, Rate, Frames));
	Frame.Timecode = "01:00:00:40";
	CHECK_FALSE(Clock.FromSource(Frame, Rate, Frames));
}

TEST_CASE("a semicolon drops numbers at 29.97, and seconds of the day count real frames")
{
	FSceneClock Clock;
	FFrameMessage Frame;
	Frame.Timecode = "00:01:00;02";
	FTimecodeRate Rate;
	Rate.Numerator = 30000;
	Rate.Denominator = 1001;
	double Frames = 0.0;
	REQUIRE(Clock.FromSource(Frame, Rate, Frames));
	CHECK(Frames == doctest::Approx(1800.0));
	CHECK(FSceneClock::FromClock(3600.5, FTimecodeRate()) == doctest::Approx(108015.0));
	CHECK(FSceneClock::FromClock(1001.0, Rate) == doctest::Approx(30000.0));
}

TEST_SUITE_END();
