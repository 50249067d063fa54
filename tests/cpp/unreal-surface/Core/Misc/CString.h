#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/Misc, FCString. */
struct FCString
{
	static int32 Atoi(const TCHAR* Text);
};
