#include "Koekata/Osc/OscInput.h"
#include "fuzz_inputs.h"
#include "stream_support.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <random>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
/** Spoils bytes, often at the places where lengths and kinds stand. */
class FBytesMutator
{
public:
	explicit FBytesMutator(uint64_t Seed) : Random(Seed) {}

	size_t Below(size_t Count) { return Count == 0 ? 0 : static_cast<size_t>(Random() % Count); }

	std::string Spoil(std::string Bytes, const std::vector<std::string>& Others)
	{
		for (size_t Round = 1 + Below(3); Round > 0; --Round)
		{
			Once(Bytes, Others[Below(Others.size())]);
		}
		return Bytes;
	}

private:
	void Once(std::string& Bytes, const std::string& Other)
	{
		static const uint8_t Heads[] = {0x00, 0x7F, 0x80, 0x81, 0x90, 0x91, 0xA0, 0xA1, 0xC0, 0xC1, 0xC2, 0xC4, 0xC7, 0xCA, 0xCB,
										0xCF, 0xD0, 0xD3, 0xD4, 0xD8, 0xD9, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, 0xE0, 0xFF};
		const size_t Place = Below(Bytes.size() + 1);
		const size_t Length = std::min(Below(12), Bytes.size() - Place);
		switch (Below(7))
		{
			case 0: Bytes.erase(Place, Length); break;
			case 1: Bytes.insert(Place, Other.substr(Below(Other.size() + 1), Length)); break;
			case 2: Bytes.replace(Place, std::min<size_t>(1, Bytes.size() - Place), 1, static_cast<char>(Heads[Below(std::size(Heads))])); break;
			case 3: Bytes.resize(Below(10) == 0 ? Place : Bytes.size()); break;
			case 4: Bytes.replace(Place, Length, Length, static_cast<char>(Below(2) == 0 ? 0xFF : 0x00)); break;
			case 5: Bytes.replace(Place, Length, Other.substr(std::min(Place, Other.size()), Length)); break;
			default: Bytes.replace(Place, std::min<size_t>(1, Bytes.size() - Place), 1, static_cast<char>(Below(256))); break;
		}
	}

	std::mt19937_64 Random;
};

void CheckFinite(const FStreamFrame& Frame)
{
	const FFrameMessage& Motion = Frame.Motion;
	REQUIRE(Frame.Layout != nullptr);
	REQUIRE(Motion.Weights.size() == Frame.Layout->Channels.size());
	REQUIRE(Motion.ChannelConfidence.size() == Motion.Weights.size());
	for (const double Weight : Motion.Weights)
	{
		CHECK((Weight >= 0.0 && Weight <= 1.0));
	}
	for (const double Part : Motion.HeadRotation)
	{
		CHECK(std::isfinite(Part));
	}
	for (const double Angle : Motion.HeadYpr)
	{
		CHECK(std::isfinite(Angle));
	}
}

std::vector<std::string> StreamSeeds()
{
	std::vector<std::string> Found;
	const std::string Mappings = KOEKATA_MAPPINGS;
	for (const std::string& Path : JsonFiles(Mappings + "/conformance/stream"))
	{
		const FJson Vectors = ReadJson(Path);
		for (const FJson& Test : Vectors.at("tests"))
		{
			Found.push_back(FromHex(Test.at("payload_hex").get<std::string>()));
		}
	}
	Found.push_back(Packed(LayoutJson({"jawOpen", "tongueOut"})));
	for (int Sequence = 0; Sequence < 30; ++Sequence)
	{
		Found.push_back(Packed(FrameJson(Sequence * 7, {0.5, 1.0})));
	}
	return Found;
}

std::string OscText(const std::string& Text)
{
	return Text + std::string(4 - Text.size() % 4, '\0');
}

std::string BigEndian(uint64_t Value, size_t Size)
{
	std::string Bytes;
	for (size_t Index = Size; Index > 0; --Index)
	{
		Bytes.push_back(static_cast<char>(static_cast<uint8_t>(Value >> (8 * (Index - 1)))));
	}
	return Bytes;
}

std::vector<std::string> OscSeeds()
{
	const std::string Half = BigEndian(0x3F000000, 4);
	const std::string Frame = OscText("/koekata/0/frame") + OscText(",hdTf") + BigEndian(9, 8) + BigEndian(0x3FF0000000000000, 8) + Half;
	std::vector<std::string> Found = {
		OscText("/koekata/0/jawOpen") + OscText(",f") + Half,
		OscText("/koekata/0/head/ypr") + OscText(",fff") + Half + Half + Half,
		OscText("/koekata/0/head/rotation") + OscText(",ffff") + Half + Half + Half + Half,
		OscText("/koekata/0/target/a%20b") + OscText(",f") + Half,
		OscText("/koekata/0/event/e") + OscText(",f") + Half,
		OscText("/koekata/status") + OscText(",ss") + OscText("running") + OscText(""),
		Frame,
	};
	std::string Bundle = std::string("#bundle\0", 8) + BigEndian(1, 8);
	for (const std::string& Message : std::vector<std::string>(Found))
	{
		Bundle += BigEndian(Message.size(), 4) + Message;
	}
	Found.push_back(Bundle);
	Found.push_back(std::string("#bundle\0", 8) + BigEndian(1, 8) + BigEndian(Bundle.size(), 4) + Bundle);
	return Found;
}
} // namespace

TEST_SUITE_BEGIN("stream-fuzz");

TEST_CASE("whatever comes from the socket is refused or gives frames that can be played")
{
	FBytesMutator Mutator(23);
	const std::vector<std::string> Seeds = StreamSeeds();
	FSubjectTable Table;
	FStreamFrame Out;
	const int Inputs = FuzzInputs();
	int64_t Given = 0;
	for (int Round = 0; Round < Inputs; ++Round)
	{
		const std::string& Seed = Seeds[Mutator.Below(Seeds.size())];
		// A copy without slack, so that the sanitizer sees every byte beyond its end.
		const std::string Payload = Mutator.Below(8) == 0 ? Seed : Mutator.Spoil(Seed, Seeds);
		const std::vector<char> Exact(Payload.begin(), Payload.end());
		const double NowS = Round * 0.01;
		const char* Topic = Mutator.Below(4) == 0 ? "koekata/1/status/" : "koekata/1/0/";
		Given += Table.Take(Topic, std::string_view(Exact.data(), Exact.size()), NowS) ? 1 : 0;
		const EMoment Moment = Table.Sample(0, NowS, Out);
		if (Moment != EMoment::None)
		{
			CheckFinite(Out);
		}
	}
	TellFuzz("messages of the stream", Inputs, Given);
	CHECK(Given > Inputs / 1000);
	CHECK(Table.Counters().Frames == Given);
}

TEST_CASE("whatever comes as a datagram is refused or gives frames that can be played")
{
	FBytesMutator Mutator(29);
	const std::vector<std::string> Seeds = OscSeeds();
	FOscInput Input;
	FSubjectTable Table;
	FStreamFrame Out;
	const int Inputs = FuzzInputs();
	for (int Round = 0; Round < Inputs; ++Round)
	{
		const std::string Bytes = Mutator.Spoil(Seeds[Mutator.Below(Seeds.size())], Seeds);
		const std::vector<char> Exact(Bytes.begin(), Bytes.end());
		Input.Take(std::string_view(Exact.data(), Exact.size()), Round * 0.01, Table);
		const EMoment Moment = Table.Sample(0, Round * 0.01, Out);
		if (Moment != EMoment::None)
		{
			CheckFinite(Out);
		}
		if (Round % 100 == 0)
		{
			Input.TakeEvents(0);
		}
	}
	TellFuzz("datagrams of OSC", Inputs, Table.Counters().Frames);
	CHECK(Table.Counters().Frames > 10);
}

TEST_SUITE_END();
