#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/GenericPlatform, FGenericPlatformTime. */
struct FPlatformTime
{
	static double Seconds();
};
