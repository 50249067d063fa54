#pragma once

#include "Containers/UnrealString.h"

/** Page: API/Runtime/Core/Misc, FTimespan. */
struct FTimespan
{
	FTimespan();
	explicit FTimespan(int64 Ticks);
	static FTimespan FromSeconds(double Seconds);
	static FTimespan FromMilliseconds(double Milliseconds);
	double GetTotalSeconds() const;
	int64 GetTicks() const;
};
