#pragma once

#include "Misc/Optional.h"
#include "Misc/QualifiedFrameTime.h"

/** Page: API/Runtime/Core/Misc, FApp. GetCurrentFrameTime: used by Epic's LiveLink and stereolabs/zed-livelink. */
class FApp
{
public:
	static TOptional<FQualifiedFrameTime> GetCurrentFrameTime();
	static bool CanEverRender();
	static bool IsUnattended();
};
