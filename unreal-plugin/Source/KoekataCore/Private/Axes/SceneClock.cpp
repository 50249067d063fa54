#include "Koekata/Axes/SceneClock.h"

#include <algorithm>

namespace Koekata
{
namespace
{
/** A picture never reaches the next number by itself. */
constexpr double MostShare = 0.999;
} // namespace

bool FSceneClock::FromSource(const FFrameMessage& Frame, const FTimecodeRate& Rate, double& Frames)
{
	FTimecode Timecode;
	bool bSemicolon = false;
	if (!ReadTimecode(Frame.Timecode, Timecode, &bSemicolon))
	{
		return false;
	}
	FTimecodeRate Counted = Rate;
	Counted.bDrop = Rate.bDrop || bSemicolon;
	int64_t Number = 0;
	if (!FramesOf(Timecode, Counted, Number))
	{
		return false;
	}
	if (!bSet || Number != Last)
	{
		bSet = true;
		Last = Number;
		LastNs = Frame.MonotonicNs;
	}
	const double SinceS = 1e-9 * static_cast<double>(Frame.MonotonicNs - LastNs);
	Frames = static_cast<double>(Number) + std::clamp(SinceS * Rate.Numerator / Rate.Denominator, 0.0, MostShare);
	return true;
}

double FSceneClock::FromClock(double SecondsOfDay, const FTimecodeRate& Rate)
{
	return Rate.Denominator > 0 ? SecondsOfDay * Rate.Numerator / Rate.Denominator : 0.0;
}
} // namespace Koekata
