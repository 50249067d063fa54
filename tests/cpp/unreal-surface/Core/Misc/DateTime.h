#pragma once

#include "Misc/Timespan.h"

/** Page: API/Runtime/Core/Misc, FDateTime (5.3, 5.4, newest). */
struct FDateTime
{
	FDateTime();
	static FDateTime Now();
	static FDateTime UtcNow();
	static FDateTime MinValue();
	static FDateTime FromUnixTimestamp(int64 UnixTime);
	FDateTime operator+(const FTimespan& Other) const;
	FTimespan GetTimeOfDay() const;
	FTimespan operator-(const FDateTime& Other) const;
	bool operator==(const FDateTime& Other) const;
	bool operator!=(const FDateTime& Other) const;
	bool operator<(const FDateTime& Other) const;
};
