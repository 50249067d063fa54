#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core, FFrameRate. */
struct FFrameRate
{
	FFrameRate();
	FFrameRate(uint32 InNumerator, uint32 InDenominator);
	int32 Numerator;
	int32 Denominator;
	bool IsValid() const;
	double AsDecimal() const;
	FText ToPrettyText() const;
	bool operator==(const FFrameRate& Other) const;
	bool operator!=(const FFrameRate& Other) const;
};
