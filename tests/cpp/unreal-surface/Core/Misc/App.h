#pragma once

#include "Misc/Optional.h"
#include "Misc/QualifiedFrameTime.h"

/**
 * Page: API/Runtime/Core/Misc, FApp (5.3, 5.4, newest). GetCurrentFrameTime: not set where no timecode provider is in step; a plain
 * variable of the game thread, which no other thread may read. Used by stereolabs/zed-livelink.
 */
class FApp
{
public:
	static TOptional<FQualifiedFrameTime> GetCurrentFrameTime();
};
