#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/Misc, FCommandLine (5.3, 5.4). The name of the game and some more are left out. */
struct FCommandLine
{
	static const TCHAR* Get();
};
