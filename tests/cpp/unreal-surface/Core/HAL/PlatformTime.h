#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/GenericPlatform, FGenericPlatformTime; API/Runtime/Core/Unix, FUnixTime (5.4). */
struct FPlatformTime
{
	static double Seconds();
};
