#include "Koekata/Subjects/StreamInput.h"
#include "stream_support.h"

#include <doctest/doctest.h>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
FJson StatusJson(const char* State, const char* Session = SessionA)
{
	return {{"version", 1}, {"type", "status"}, {"session", Session}, {"state", State}, {"detail", "d"}, {"wall_ns", 1}, {"performers", {0}}};
}

int64_t Bad(const FSubjectTable& Table, EStreamFault Fault)
{
	return Table.Counters().Bad[static_cast<size_t>(Fault)];
}
} // namespace

TEST_SUITE_BEGIN("subjects");

TEST_CASE("a frame is taken once its layout is known")
{
	FSubjectTable Table;
	CHECK(!Take(Table, FrameJson(1, {0.5}), 10.0));
	CHECK(Table.Counters().Skipped == 1);
	Take(Table, LayoutJson({"jawOpen"}), 10.1);
	CHECK(Take(Table, FrameJson(2, {0.5}), 10.2));
	CHECK(!Take(Table, FrameJson(3, {0.5, 0.6}), 10.3));
	CHECK(Table.Counters().Skipped == 2);
	REQUIRE(Table.Find(0) != nullptr);
	CHECK(Table.Find(0)->Newest.Layout->Channels[0] == "jawOpen");
	CHECK(Table.Find(0)->Newest.Motion.Weights[0] == 0.5);
	CHECK(Table.Find(1) == nullptr);
}

TEST_CASE("frames that repeat or come late are left out, and gaps are counted")
{
	FSubjectTable Table;
	Take(Table, LayoutJson({"jawOpen"}), 0.0);
	CHECK(Take(Table, FrameJson(10, {0.1}), 0.1));
	CHECK(Take(Table, FrameJson(13, {0.3}), 0.2));
	CHECK(!Take(Table, FrameJson(13, {0.9}), 0.3));
	CHECK(!Take(Table, FrameJson(12, {0.9}), 0.4));
	CHECK(Table.Counters().Lost == 2);
	CHECK(Table.Counters().Outdated == 2);
	CHECK(Table.Counters().Frames == 2);
	CHECK(Table.Find(0)->Newest.Motion.Weights[0] == 0.3);
}

TEST_CASE("a new session forgets sequence numbers, layouts and state")
{
	FSubjectTable Table;
	Take(Table, LayoutJson({"jawOpen"}), 0.0);
	Take(Table, FrameJson(1000, {0.1}), 0.1);
	Take(Table, StatusJson("running"), 0.2);
	CHECK(!Take(Table, FrameJson(0, {0.2}, 1, SessionB), 0.3));
	CHECK(Table.Counters().Skipped == 1);
	CHECK(Table.Status().State == ESourceState::Unknown);
	CHECK(Table.Find(0)->IsStale(0.3));
	Take(Table, LayoutJson({"tongueOut"}, 1, SessionB), 0.4);
	CHECK(Take(Table, FrameJson(1, {0.4}, 1, SessionB), 0.5));
	CHECK(Table.Find(0)->Newest.Layout->Channels[0] == "tongueOut");
	CHECK(Table.Counters().Sessions == 2);
	CHECK(Table.Session() == 0xbb);
}

TEST_CASE("two layouts of a session are kept apart by their ids")
{
	FSubjectTable Table;
	Take(Table, LayoutJson({"jawOpen"}, 1), 0.0);
	Take(Table, FrameJson(1, {0.1}, 1), 0.0);
	const auto First = Table.Find(0)->Newest.Layout;
	Take(Table, LayoutJson({"tongueOut"}, 2), 0.1);
	Take(Table, FrameJson(2, {0.2}, 2), 0.1);
	const auto Second = Table.Find(0)->Newest.Layout;
	CHECK(First != Second);
	CHECK(Second->Channels[0] == "tongueOut");
	Take(Table, LayoutJson({"jawOpen"}, 1), 0.2);
	Take(Table, FrameJson(3, {0.3}, 1), 0.2);
	CHECK(Table.Find(0)->Newest.Layout == First);
}

TEST_CASE("half a second of silence is stale, and a frame ends it")
{
	FSubjectTable Table;
	CHECK(Table.IsStale(0.0));
	Take(Table, LayoutJson({"jawOpen"}), 0.0);
	Take(Table, FrameJson(1, {0.1}), 1.0);
	CHECK(!Table.IsStale(1.5));
	CHECK(Table.IsStale(1.501));
	Take(Table, StatusJson("running"), 1.6);
	CHECK(Table.IsStale(1.6));
	Take(Table, FrameJson(2, {0.1}), 1.7);
	CHECK(!Table.IsStale(1.7));
}

TEST_CASE("each kind of fault is counted every time and told once")
{
	FSubjectTable Table;
	for (int Round = 0; Round < 3; ++Round)
	{
		Table.Take("koekata/1/0/", "{}", 0.0);
		Table.Take("koekata/1/0/", "", 0.0, 1);
		FJson Spoilt = FrameJson(1, {0.5});
		Spoilt["gaze"] = {1.0};
		Take(Table, Spoilt, 0.0);
	}
	CHECK(Bad(Table, EStreamFault::Malformed) == 3);
	CHECK(Bad(Table, EStreamFault::Parts) == 3);
	CHECK(Bad(Table, EStreamFault::Length) == 3);
	const std::vector<std::string> Messages = Table.TakeMessages();
	REQUIRE(Messages.size() == 3);
	CHECK(Messages[2].find("(length)") != std::string::npos);
	CHECK(Messages[2].find("'gaze'") != std::string::npos);
	CHECK(Table.TakeMessages().empty());
	Take(Table, LayoutJson({"jawOpen"}), 0.0);
	CHECK(Take(Table, FrameJson(1, {0.5}), 0.0));
}

TEST_CASE("the evaluator gets weights, pose, confidence and time by their names")
{
	const char* Text = R"({"version": 1, "rows": [
		{"id": "a", "from": "jawOpen", "to": "open"}, {"id": "b", "from": "tongueOut", "to": "tongue"},
		{"id": "c", "from": "headYaw", "to": "yaw"},
		{"id": "e", "from": "gazePitchRight", "to": "gaze"}]})";
	FMappingEvaluator Evaluator(LoadTableText(Text, "table.json").Table);
	FSubjectTable Table;
	Take(Table, LayoutJson({"tongueOut", "jawOpen", "unheardOf"}), 0.0);
	FJson Json = FrameJson(3, {0.5, 0.25, 1.0});
	Json["channel_confidence"] = {0.0, 1.0, 1.0};
	Json["head_ypr"] = {0.5, 0.0, 0.0};
	REQUIRE(Take(Table, Json, 0.1));
	FStreamInput Input(Evaluator);
	FMappingFrame Frame = Evaluator.MakeFrame();
	Input.Fill(Evaluator, Table.Find(0)->Newest, 0.02, Frame);
	CHECK(Frame.Dt == 0.02);
	CHECK(Frame.bTracked);
	CHECK(Frame.Time == doctest::Approx(0.1));
	CHECK(Frame.Value(Evaluator.Slot("jawOpen")) == 0.25);
	CHECK(Frame.Value(Evaluator.Slot("headYaw")) == 0.5);
	CHECK(Frame.Value(Evaluator.Slot("headZ")) == -0.5);
	CHECK(Frame.Value(Evaluator.Slot("gazePitchRight")) == 4.0);
	CHECK(Frame.Confidence(Evaluator.Slot("tongueOut")) == 0.0);
	Evaluator.Step(Frame);
	CHECK(Evaluator.Values()[static_cast<size_t>(Evaluator.TargetIndex("open"))] == 0.25);
	CHECK(Evaluator.Values()[static_cast<size_t>(Evaluator.TargetIndex("yaw"))] == 0.5);
}

TEST_SUITE_END();
