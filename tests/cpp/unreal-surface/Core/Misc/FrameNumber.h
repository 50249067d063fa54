#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core, FFrameNumber. */
struct FFrameNumber
{
	FFrameNumber();
	FFrameNumber(int32 InValue);
	int32 Value;
};
