#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/Misc, TCString, of which FCString is one (Atoi 5.3). What does not fit an int32 gives anything. */
struct FCString
{
	static int32 Atoi(const TCHAR* Text);
};
