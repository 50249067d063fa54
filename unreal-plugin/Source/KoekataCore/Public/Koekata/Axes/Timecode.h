#pragma once

#include "Koekata/Api.h"

#include <cstdint>
#include <string>
#include <string_view>

/** SMPTE timecode (SMPTE ST 12-1): text, hours to frames, and the count of frames since midnight. */
namespace Koekata
{
struct FTimecodeRate
{
	int Numerator = 30;
	int Denominator = 1;
	/** Numbers of frames are left out so that 29.97 and 59.94 keep up with the clock; only with those. */
	bool bDrop = false;

	/** Frames in a second as they are numbered: 30 for 29.97. */
	int Nominal() const { return Denominator > 0 ? (Numerator + Denominator - 1) / Denominator : 0; }
	/** Whether it can be counted with: 1 to 120 frames, and dropping only at 30000/1001 and 60000/1001. */
	bool IsValid() const;
};

struct FTimecode
{
	int Hours = 0;
	int Minutes = 0;
	int Seconds = 0;
	int Frames = 0;
};

/** `HH:MM:SS:FF`, or with `;` before the frames. False for anything else, and for hours above 23 and so on. */
KOEKATACORE_API bool ReadTimecode(std::string_view Text, FTimecode& Timecode, bool* bSemicolon = nullptr);
/** With `;` before the frames where numbers are dropped. */
KOEKATACORE_API std::string TimecodeText(const FTimecode& Timecode, bool bDrop);
/** Frames since midnight. False for a number that the rate does not have, such as 00:01:00;00 where it is dropped. */
KOEKATACORE_API bool FramesOf(const FTimecode& Timecode, const FTimecodeRate& Rate, int64_t& Frames);
/** Back; counts beyond a day, and below 0, go round. */
KOEKATACORE_API FTimecode TimecodeOf(int64_t Frames, const FTimecodeRate& Rate);
/** Frames in 24 hours of timecode. */
KOEKATACORE_API int64_t FramesOfDay(const FTimecodeRate& Rate);
} // namespace Koekata
