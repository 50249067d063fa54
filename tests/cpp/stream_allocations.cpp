#include "Koekata/Binding/FaceDriver.h"
#include "Koekata/Binding/PropertyPlan.h"
#include "Koekata/Osc/OscInput.h"
#include "Koekata/Subjects/StreamHub.h"
#include "Koekata/Subjects/StreamInput.h"
#include "stream_support.h"

#include <doctest/doctest.h>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
std::vector<FWire> Messages(int Count)
{
	std::vector<std::string> Names;
	std::vector<double> Weights;
	for (int Index = 0; Index < 52; ++Index)
	{
		Names.push_back("aChannelWithALongName" + std::to_string(Index));
		Weights.push_back((Index + 1) / 53.0);
	}
	Names[0] = "jawOpen";
	std::vector<FWire> Found;
	for (int Sequence = 0; Sequence < Count; ++Sequence)
	{
		if (Sequence % 30 == 0)
		{
			Found.push_back({"koekata/1/0/", Packed(LayoutJson(Names))});
		}
		FJson Frame = FrameJson(Sequence, Weights);
		Frame["timecode"] = "01:02:03:04";
		Found.push_back({"koekata/1/0/", Packed(Frame)});
	}
	return Found;
}
} // namespace

TEST_SUITE_BEGIN("stream-allocations");

TEST_CASE("a frame from the socket to the character allocates nothing after the first second")
{
	for (const EPlayout Mode : {EPlayout::Smooth, EPlayout::Latest})
	{
		const std::vector<FWire> Wire = Messages(300);
		FMappingEvaluator Evaluator(LoadTableText(R"({"version": 1, "rows": [{"id": "r", "from": "jawOpen", "to": "open"}]})", "t").Table);
		FPlayoutSettings Settings;
		Settings.Mode = Mode;
		Settings.bAdaptive = true;
		FSubjectTable Table(Settings);
		FStreamInput Input(Evaluator);
		FMappingFrame Frame = Evaluator.MakeFrame();
		FStreamFrame Out;
		size_t Before = 0;
		for (size_t Index = 0; Index < Wire.size(); ++Index)
		{
			Before = Index == 40 ? Allocations() : Before;
			const double NowS = static_cast<double>(Index) / 30.0;
			Table.Take(Wire[Index].Topic, Wire[Index].Payload, NowS);
			Table.Sample(0, NowS, Out);
			Input.Fill(Evaluator, Out, 1.0 / 30.0, Frame);
			Evaluator.Step(Frame);
		}
		CHECK(Allocations() == Before);
		CHECK(Table.Counters().Frames == 300);
	}
}

TEST_CASE("from the hub through the face to Live Link's numbers, a frame allocates nothing after the first second")
{
	const std::vector<FWire> Wire = Messages(300);
	FStreamHub Hub;
	FFaceDriver Driver;
	Driver.SetTable(LoadTableText(R"({"version": 1, "rows": [{"id": "r", "from": "jawOpen", "to": "open"}]})", "t").Table);
	FPropertyPlan Plan;
	FStreamFrame Out;
	FPerformerState State;
	FReceivedMessage Message;
	Message.Parts = 2;
	size_t Before = 0;
	for (size_t Index = 0; Index < Wire.size(); ++Index)
	{
		const double NowS = static_cast<double>(Index) / 30.0;
		Message.Topic.assign(Wire[Index].Topic.begin(), Wire[Index].Topic.end());
		Message.Payload.assign(Wire[Index].Payload.begin(), Wire[Index].Payload.end());
		Message.ArrivedS = NowS;
		Before = Index == 40 ? Allocations() : Before;
		Hub.Take(Message);
		Hub.Sample(0, EPlayout::Smooth, NowS, Out, State);
		Driver.StepStream(Out, 1.0 / 30.0, State.bStale);
		Plan.Follow(Out);
		Plan.Values(Out);
	}
	CHECK(Allocations() == Before);
	CHECK(Driver.Values()[0] > 0.0);
}

TEST_SUITE_END();
