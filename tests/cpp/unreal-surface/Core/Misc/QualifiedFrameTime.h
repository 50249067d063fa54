#pragma once

#include "Misc/FrameRate.h"
#include "Misc/FrameTime.h"
#include "Misc/Timecode.h"

/** Page: API/Runtime/Core, FQualifiedFrameTime. */
struct FQualifiedFrameTime
{
	FQualifiedFrameTime();
	FQualifiedFrameTime(const FFrameTime& InTime, const FFrameRate& InRate);
	FQualifiedFrameTime(const FTimecode& InTimecode, const FFrameRate& InRate);
	FFrameTime Time;
	FFrameRate Rate;
	double AsSeconds() const;
};
