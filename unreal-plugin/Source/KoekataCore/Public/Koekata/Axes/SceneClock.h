#pragma once

#include "Koekata/Api.h"
#include "Koekata/Axes/Timecode.h"
#include "Koekata/Stream/Message.h"

#include <cstdint>

namespace Koekata
{
/**
 * The time of day of a performer's frames, counted in frames of timecode since midnight. A picture that comes faster than
 * the timecode counts, as with 60 pictures at 30 frames, lies between two numbers by the time since the first that had it.
 */
class KOEKATACORE_API FSceneClock
{
public:
	/**
	 * From the timecode of the source. False where the frame has none, or one that the rate does not count. A `;` before
	 * the frames, and `bDrop` of the rate, say that numbers are dropped.
	 */
	bool FromSource(const FFrameMessage& Frame, const FTimecodeRate& Rate, double& Frames);
	/** From a clock: seconds since midnight, as an engine that takes its timecode from the same clock counts them. */
	static double FromClock(double SecondsOfDay, const FTimecodeRate& Rate);
	void Reset() { *this = FSceneClock(); }

private:
	bool bSet = false;
	int64_t Last = 0;
	int64_t LastNs = 0;
};
} // namespace Koekata
