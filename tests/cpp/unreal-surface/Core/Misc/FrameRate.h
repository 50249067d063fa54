#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/Misc, FFrameRate. */
struct FFrameRate
{
	FFrameRate();
	FFrameRate(uint32 InNumerator, uint32 InDenominator);
	int32 Numerator;
	int32 Denominator;
};
