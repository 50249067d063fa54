#pragma once

#include "Misc/FrameNumber.h"

/** Page: API/Runtime/Core, FFrameTime. */
struct FFrameTime
{
	FFrameTime();
	FFrameTime(FFrameNumber InFrameNumber);
	FFrameTime(FFrameNumber InFrameNumber, float InSubFrame);
	float GetSubFrame() const;
	FFrameNumber GetFrame() const;
	double AsDecimal() const;
};
