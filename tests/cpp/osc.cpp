#include "Koekata/Osc/OscInput.h"
#include "stream_support.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <limits>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
std::string Text(const std::string& Value)
{
	return Value + std::string(4 - Value.size() % 4, '\0');
}

template <typename Type> std::string Number(Type Value)
{
	std::string Bytes(sizeof(Value), '\0');
	std::memcpy(Bytes.data(), &Value, sizeof(Value));
	return std::string(Bytes.rbegin(), Bytes.rend()); // The tests run on little-endian machines.
}

std::string Floats(const std::string& Address, const std::vector<float>& Values)
{
	std::string Bytes = Text(Address) + Text("," + std::string(Values.size(), 'f'));
	for (const float Value : Values)
	{
		Bytes += Number(Value);
	}
	return Bytes;
}

std::string End(int64_t Sequence, const std::string& Tracked = "T", int Performer = 0)
{
	return Text("/koekata/" + std::to_string(Performer) + "/frame") + Text(",hd" + Tracked + "f") + Number(Sequence) +
		   Number(static_cast<double>(Sequence) / 30.0) + Number(0.75F);
}

std::string Bundle(const std::vector<std::string>& Messages, uint64_t Tag = 1)
{
	std::string Bytes = std::string("#bundle\0", 8) + Number(Tag);
	for (const std::string& Message : Messages)
	{
		Bytes += Number(static_cast<int32_t>(Message.size())) + Message;
	}
	return Bytes;
}

double Weight(const FSubjectTable& Table, const std::string& Channel, bool bConfidence = false)
{
	const FStreamFrame& Frame = Table.Find(0)->Newest;
	for (size_t Index = 0; Index < Frame.Layout->Channels.size(); ++Index)
	{
		if (Frame.Layout->Channels[Index] == Channel)
		{
			return bConfidence ? Frame.Motion.ChannelConfidence[Index] : Frame.Motion.Weights[Index];
		}
	}
	return -1.0;
}

int64_t AllBad(const FSubjectTable& Table)
{
	int64_t Sum = 0;
	for (const int64_t Count : Table.Counters().Bad)
	{
		Sum += Count;
	}
	return Sum;
}
} // namespace

TEST_SUITE_BEGIN("osc");

TEST_CASE("a bundle is a frame once its last message has come")
{
	FOscInput Input;
	FSubjectTable Table;
	// 2026-01-01 00:00:00.5 as NTP.
	const uint64_t Tag = (uint64_t{1767225600 + 2208988800} << 32) | 0x80000000u;
	const std::vector<std::string> First = {Floats("/koekata/0/jawOpen", {0.25F}), Floats("/koekata/0/head/ypr", {20.0F, 10.0F, 5.0F})};
	CHECK(Input.Take(Bundle(First, Tag), 1.0, Table) == 0);
	CHECK(Table.Find(0) == nullptr);
	const std::vector<std::string> Second = {
		Floats("/koekata/0/head/rotation", {0.0F, 0.6F, 0.0F, 0.8F}), Floats("/koekata/0/head/translation", {0.1F, 0.2F, -0.5F}),
		Floats("/koekata/0/gaze", {1.0F, 2.0F, 3.0F, 4.0F}), End(7)};
	CHECK(Input.Take(Bundle(Second, Tag), 1.0, Table) == 1);
	const FFrameMessage& Motion = Table.Find(0)->Newest.Motion;
	CHECK(Weight(Table, "jawOpen") == 0.25);
	CHECK(Weight(Table, "jawOpen", true) == 1.0);
	CHECK(Weight(Table, "tongueOut", true) == 0.0);
	CHECK(Motion.Sequence == 7);
	CHECK(Motion.bTracked);
	CHECK(Motion.Confidence == 0.75);
	CHECK(Motion.HeadYpr[0] == 20.0);
	CHECK(Motion.HeadTranslation[2] == -0.5);
	CHECK(Motion.Gaze[3] == 4.0);
	CHECK(Motion.WallNs == 1767225600500000000);
	CHECK(Table.Counters().Sessions == 1);
	CHECK(AllBad(Table) == 0);
}

TEST_CASE("single messages are a frame as well")
{
	FOscInput Input("/actor");
	FSubjectTable Table;
	Input.Take(Floats("/actor/0/jawOpen", {0.5F}), 1.0, Table);
	Input.Take(Floats("/actors/0/jawOpen", {0.9F}), 1.0, Table);
	std::string Last = End(1, "F");
	Last = Text("/actor/0/frame") + Last.substr(Text("/koekata/0/frame").size());
	CHECK(Input.Take(Last, 1.0, Table) == 1);
	CHECK(Weight(Table, "jawOpen") == 0.5);
	CHECK(!Table.Find(0)->Newest.Motion.bTracked);
}

TEST_CASE("a message that is spoilt costs itself and not the frame")
{
	FOscInput Input;
	FSubjectTable Table;
	const float Nan = std::numeric_limits<float>::quiet_NaN();
	const std::vector<std::string> Messages = {
		Floats("/koekata/0/jawOpen", {0.25F}),	   Floats("/koekata/0/jawOpen", {Nan}),
		Floats("/koekata/0/jawOpen", {1.5F}),	   Floats("/koekata/0/jawOpen", {0.1F, 0.2F}),
		Floats("/koekata/0/head/rotation", {0.0F, 0.0F, 0.0F, 0.0F}), Floats("/koekata/256/jawOpen", {0.5F}),
		Floats("/koekata/0/newThing", {0.5F}),	   End(1)};
	CHECK(Input.Take(Bundle(Messages), 1.0, Table) == 1);
	CHECK(Weight(Table, "jawOpen") == 0.25);
	const auto& Bad = Table.Counters().Bad;
	CHECK(Bad[static_cast<size_t>(EStreamFault::NotFinite)] == 1);
	CHECK(Bad[static_cast<size_t>(EStreamFault::OutOfRange)] == 3);
	CHECK(Bad[static_cast<size_t>(EStreamFault::WrongType)] == 1);
	CHECK(Table.TakeMessages().size() == 3);
}

TEST_CASE("a datagram cut off anywhere is survived")
{
	FOscInput Input;
	FSubjectTable Table;
	const std::string Whole = Bundle({Floats("/koekata/0/jawOpen", {0.25F}), End(1)});
	for (size_t Length = 0; Length < Whole.size(); ++Length)
	{
		CHECK(Input.Take(std::string_view(Whole).substr(0, Length), 1.0, Table) == 0);
	}
	CHECK(AllBad(Table) > 50);
	CHECK(Input.Take(Whole, 1.0, Table) == 1);
}

TEST_CASE("a channel that a lost datagram held stays, and one that ends is forgotten")
{
	FOscInput Input;
	FSubjectTable Table;
	Input.Take(Bundle({Floats("/koekata/0/jawOpen", {0.25F}), End(1)}), 1.0, Table);
	Input.Take(Bundle({End(2)}), 1.03, Table);
	CHECK(Weight(Table, "jawOpen", true) == 1.0);
	for (int64_t Sequence = 3; Sequence < 40; ++Sequence)
	{
		Input.Take(Bundle({End(Sequence)}), 1.0 + static_cast<double>(Sequence) / 30.0, Table);
	}
	CHECK(Weight(Table, "jawOpen", true) == 0.0);
}

TEST_CASE("an overtaken datagram is left out, and a sender that starts again is followed")
{
	FOscInput Input;
	FSubjectTable Table;
	CHECK(Input.Take(Bundle({End(1000)}), 1.0, Table) == 1);
	CHECK(Input.Take(Bundle({End(999)}), 1.01, Table) == 0);
	CHECK(Table.Counters().Outdated == 1);
	CHECK(Input.Take(Bundle({End(1001)}), 1.02, Table) == 1);
	CHECK(Input.Take(Bundle({End(0)}), 1.1, Table) == 1);
	CHECK(Table.Counters().Sessions == 2);
	CHECK(Input.Take(Bundle({End(0)}), 3.0, Table) == 1);
	CHECK(Table.Counters().Sessions == 3);
}

TEST_CASE("targets, events and the state of the sidecar are read")
{
	FOscInput Input;
	FSubjectTable Table;
	const std::string Status = Text("/koekata/status") + Text(",ss") + Text("reconnecting") + Text("camera");
	Input.Take(Bundle({Status}), 1.0, Table);
	CHECK(Table.Status().State == ESourceState::Reconnecting);
	CHECK(Table.Status().Detail == "camera");
	CHECK(Input.Targets(0) == nullptr);
	Input.Take(Bundle({Floats("/koekata/0/target/%E3%81%82", {2.5F}), Floats("/koekata/0/target/b", {-1.0F}), Floats("/koekata/0/event/ding", {1.0F}),
					   Floats("/koekata/0/target/%E3", {1.0F}), End(1)}),
			   1.0, Table);
	REQUIRE(Input.Targets(0) != nullptr);
	REQUIRE(Input.Targets(0)->size() == 2);
	CHECK(Input.Targets(0)->at(0).Id == "\u3042");
	CHECK(Input.Targets(0)->at(0).Value == 2.5);
	CHECK(Input.Targets(0)->at(1).Value == -1.0);
	CHECK(Input.TakeEvents(0) == std::vector<std::string>{"ding"});
	CHECK(Input.TakeEvents(0).empty());
	CHECK(AllBad(Table) == 1);
}

TEST_SUITE_END();
