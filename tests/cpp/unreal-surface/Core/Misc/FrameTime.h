#pragma once

#include "Misc/FrameNumber.h"

/** Page: API/Runtime/Core/Misc, FFrameTime (5.3, 5.5, newest). A sub-frame is 0 or more, and at most MaxSubframe, just below 1. */
struct FFrameTime
{
	static const float MaxSubframe;
	FFrameTime();
	FFrameTime(FFrameNumber InFrameNumber);
	FFrameTime(FFrameNumber InFrameNumber, float InSubFrame);
};
