#pragma once

#include "Misc/FrameRate.h"
#include "Misc/FrameTime.h"

/** Page: API/Runtime/Core/Misc, FQualifiedFrameTime (newest). */
struct FQualifiedFrameTime
{
	FQualifiedFrameTime();
	FQualifiedFrameTime(const FFrameTime& InTime, const FFrameRate& InRate);
};
