#pragma once

#include "Koekata/Stream/Decoder.h"
#include "Koekata/Subjects/SubjectTable.h"
#include "support.h"

#include <string>
#include <vector>

namespace KoekataTests
{
/** A message as it goes over the wire. */
struct FWire
{
	std::string Topic;
	std::string Payload;
};

/** What a message says, by the keys of STREAM.md; with `error` for one that is refused. */
FJson Answer(Koekata::FStreamDecoder& Decoder, const std::string& Topic, const std::string& Payload);

/** A frame by the names of its channels, as the listening program prints it. */
FJson Answer(const Koekata::FStreamFrame& Frame, uint64_t Session);

FJson Answer(const Koekata::FStreamCounters& Counters);

std::string FromHex(const std::string& Hex);

/** Packed by a library that the core does not use. */
std::string Packed(const FJson& Message);

constexpr const char* SessionA = "00000000000000aa";
constexpr const char* SessionB = "00000000000000bb";

FJson LayoutJson(const std::vector<std::string>& Channels, int Layout = 1, const char* Session = SessionA);
/** A valid frame; the capture is at a 30th of a second for each sequence number. */
FJson FrameJson(int64_t Sequence, const std::vector<double>& Weights, int Layout = 1, const char* Session = SessionA);

bool Take(Koekata::FSubjectTable& Table, const FJson& Message, double ArrivedS);

/** A frame of one channel, captured at a moment of the sender's clock. */
Koekata::FStreamFrame MakeFrame(double CapturedS, double Weight, double YawDegrees = 0.0);
} // namespace KoekataTests
