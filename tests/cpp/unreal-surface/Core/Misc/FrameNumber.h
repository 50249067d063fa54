#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/Misc, FFrameNumber. */
struct FFrameNumber
{
	FFrameNumber();
	FFrameNumber(int32 InValue);
};
