#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/Misc, FFrameRate (5.1, 5.5, newest); by itself it is 60000 frames per second. */
struct FFrameRate
{
	FFrameRate();
	FFrameRate(uint32 InNumerator, uint32 InDenominator);
	int32 Numerator;
	int32 Denominator;
};
