#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/Misc, FCommandLine. */
struct FCommandLine
{
	static const TCHAR* Get();
};
