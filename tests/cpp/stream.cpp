#include "stream_support.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
const std::string Mappings = KOEKATA_MAPPINGS;

void CheckAlike(const FJson& Found, const FJson& Wanted, const std::string& Place)
{
	CAPTURE(Place);
	if (Wanted.is_number() && Found.is_number())
	{
		CHECK(std::abs(Found.get<double>() - Wanted.get<double>()) <= 1e-6);
		CHECK((!Wanted.is_number_integer() || !Found.is_number_integer() || Found == Wanted));
		return;
	}
	if (!Wanted.is_structured())
	{
		CHECK(Found == Wanted);
		return;
	}
	REQUIRE(Found.size() == Wanted.size());
	for (const auto& [Key, Value] : Wanted.items())
	{
		REQUIRE((!Wanted.is_object() || Found.contains(Key)));
		CheckAlike(Wanted.is_object() ? Found.at(Key) : Found.at(static_cast<size_t>(std::stoul(Key))), Value, Place + "/" + Key);
	}
}

std::string Decoded(const FJson& Message, const std::string& Topic = "koekata/1/0/")
{
	FStreamDecoder Decoder;
	return Answer(Decoder, Topic, Packed(Message)).value("error", "");
}
} // namespace

TEST_SUITE_BEGIN("stream");

TEST_CASE("messages come out as the vectors say")
{
	FStreamDecoder Decoder;
	int Count = 0;
	for (const std::string& Path : JsonFiles(Mappings + "/conformance/stream"))
	{
		const FJson Vectors = ReadJson(Path);
		for (const FJson& Test : Vectors.at("tests"))
		{
			CAPTURE(Test.at("id").get<std::string>());
			const std::string Topic = Test.at("topic").get<std::string>();
			const FJson Found = Answer(Decoder, Topic, FromHex(Test.at("payload_hex").get<std::string>()));
			const bool bUnknown = Test.value("expected", FJson::object()).value("type", "") == "marker";
			const FJson Wanted = bUnknown ? FJson{{"unknown", true}} : Test.contains("error") ? FJson{{"error", Test.at("error")}} : Test.at("expected");
			CheckAlike(Found, Wanted, "");
			++Count;
		}
	}
	CHECK(Count > 50);
}

TEST_CASE("limits are those of the specification, to the last one")
{
	FJson Frame = FrameJson(1, {0.5});
	Frame["performer"] = 255;
	CHECK(Decoded(Frame, "koekata/1/255/") == "");
	Frame["performer"] = 256;
	CHECK(Decoded(Frame, "koekata/1/256/") == "out-of-range");
	Frame["performer"] = 0;
	Frame["sequence"] = 9223372036854775807;
	CHECK(Decoded(Frame) == "");
	Frame["sequence"] = 9223372036854775808u;
	CHECK(Decoded(Frame) == "out-of-range");
	std::vector<std::string> Names;
	for (size_t Index = 0; Index < MaxChannels; ++Index)
	{
		Names.push_back("channel" + std::to_string(Index));
	}
	CHECK(Decoded(LayoutJson(Names)) == "");
	Names.push_back("one more");
	CHECK(Decoded(LayoutJson(Names)) == "out-of-range");
	std::string Long;
	for (size_t Index = 0; Index < MaxName; ++Index)
	{
		Long += "\u3042"; // Three bytes, one character.
	}
	CHECK(Decoded(LayoutJson({Long})) == "");
	CHECK(Decoded(LayoutJson({Long + "a"})) == "out-of-range");
	CHECK(Decoded(LayoutJson({""})) == "out-of-range");
	CHECK(Decoded(FrameJson(1, std::vector<double>(MaxArray, 0.5))) == "");
	CHECK(Decoded(FrameJson(1, std::vector<double>(MaxArray + 1, 0.5))) == "malformed");
}

TEST_CASE("a payload may have 65,536 bytes and no more")
{
	FStreamDecoder Decoder;
	FJson Frame = FrameJson(1, {0.5});
	Frame["filler"] = "";
	const size_t Bare = Packed(Frame).size() + 4; // A long text has a head of five bytes, and not of one.
	Frame["filler"] = std::string(MaxPayload - Bare, 'x');
	while (Packed(Frame).size() < MaxPayload)
	{
		Frame["filler"] = Frame["filler"].get<std::string>() + "x";
	}
	REQUIRE(Packed(Frame).size() == MaxPayload);
	CHECK(Decoder.Decode("koekata/1/0/", Packed(Frame)) == EMessage::Frame);
	Frame["filler"] = Frame["filler"].get<std::string>() + "x";
	CHECK(Decoder.Decode("koekata/1/0/", Packed(Frame)) == EMessage::Refused);
	CHECK(Decoder.Fault() == EStreamFault::TooLarge);
}

TEST_CASE("a topic is exact")
{
	const FJson Frame = FrameJson(1, {0.5});
	for (const char* Topic : {"", "koekata/1/0", "koekata/1/00/", "koekata/1//", "koekata/1/0/x", "koekata/2/0/", "koekata/1/1/", "koekata/1/status/"})
	{
		CHECK(Decoded(Frame, Topic) == "topic");
	}
}

TEST_CASE("of a key that is there twice the last one counts, and all are checked")
{
	std::string Payload = Packed(FrameJson(1, {0.5}));
	REQUIRE(static_cast<uint8_t>(Payload[0]) == 0xDE);
	++Payload[2];
	FStreamDecoder Decoder;
	CHECK(Decoder.Decode("koekata/1/0/", Payload + "\xA8sequence\x07") == EMessage::Frame);
	CHECK(Decoder.Frame.Sequence == 7);
	CHECK(Decoder.Decode("koekata/1/0/", Payload + "\xA8sequence\xC1") == EMessage::Refused);
	CHECK(Decoder.Fault() == EStreamFault::Malformed);
}

TEST_CASE("a message that is spoilt leaves the next one whole")
{
	FStreamDecoder Decoder;
	const std::string Good = Packed(FrameJson(5, {0.25, 0.75}));
	for (size_t Length = 0; Length < Good.size(); ++Length)
	{
		CHECK(Decoder.Decode("koekata/1/0/", std::string_view(Good).substr(0, Length)) == EMessage::Refused);
		CHECK(Decoder.Fault() == EStreamFault::Malformed);
	}
	CHECK(Decoder.Decode("koekata/1/0/", Good) == EMessage::Frame);
	CHECK(Decoder.Frame.Weights == std::vector<double>{0.25, 0.75});
}

TEST_SUITE_END();
