#pragma once

#include "Containers/UnrealString.h"

/** Page: API/Runtime/Core/Misc, FTimespan (5.0, 5.4, newest). */
struct FTimespan
{
	FTimespan();
	static FTimespan FromSeconds(double Seconds);
	static FTimespan FromMilliseconds(double Milliseconds);
	double GetTotalSeconds() const;
};
