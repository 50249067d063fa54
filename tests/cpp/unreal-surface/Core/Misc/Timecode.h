#pragma once

#include "Misc/FrameRate.h"

/** Page: API/Runtime/Core, FTimecode. */
struct FTimecode
{
	FTimecode();
	FTimecode(int32 InHours, int32 InMinutes, int32 InSeconds, int32 InFrames, bool InbDropFrame);
	FString ToString(bool bForceSignDisplay = false) const;
	static bool IsDropFormatTimecodeSupported(const FFrameRate& InFrameRate);
};
