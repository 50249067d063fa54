#pragma once

#include "Koekata/Api.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

/** The messages of mappings/STREAM.md, after their check: what is here is finite and within the limits. */
namespace Koekata
{
constexpr size_t MaxPayload = 65536;
constexpr size_t MaxKeys = 256;
constexpr size_t MaxArray = 2048;
constexpr size_t MaxChannels = 1024;
constexpr size_t MaxName = 64;
constexpr size_t MaxDetail = 1024;
constexpr int MaxPerformer = 255;
/** Seconds without any frame after which a stream counts as stale. */
constexpr double StaleSeconds = 0.5;

enum class EMessage : uint8_t { Refused, Unknown, Layout, Frame, Status };
enum class ESourceState : uint8_t { Unknown, Running, Lost, Reconnecting, Ended };

struct FLayoutMessage
{
	int Performer = 0;
	int64_t Layout = 0;
	std::vector<std::string> Channels;
	std::string Producer;
	/** Empty where the sender does not say. */
	std::string FaceModel;
};

struct FFrameMessage
{
	int Performer = 0;
	int64_t Layout = 0;
	int64_t Sequence = 0;
	double TimelineS = 0.0;
	int64_t MonotonicNs = 0;
	int64_t WallNs = 0;
	int64_t SentNs = 0;
	/** Empty where the source has none. */
	std::string Timecode;
	bool bTracked = false;
	double Confidence = 0.0;
	/** One per channel of the layout. */
	std::vector<double> Weights;
	/** As many; exactly 0 for what the source cannot observe. */
	std::vector<double> ChannelConfidence;
	/** x, y, z, w in the stream's axes. */
	std::array<double, 4> HeadRotation{0.0, 0.0, 0.0, 1.0};
	/** Degrees. */
	std::array<double, 3> HeadYpr{};
	/** Metres. */
	std::array<double, 3> HeadTranslation{};
	/** Left yaw, left pitch, right yaw, right pitch in degrees. */
	std::array<double, 4> Gaze{};
};

struct FStatusMessage
{
	ESourceState State = ESourceState::Unknown;
	std::string Detail;
	int64_t WallNs = 0;
	std::vector<uint8_t> Performers;
};

/** `running` ...; empty for Unknown. */
KOEKATACORE_API const char* StateName(ESourceState State);
} // namespace Koekata
