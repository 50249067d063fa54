#pragma once

#include "Containers/UnrealString.h"

/** Page: API/Runtime/Core/Misc, FGuid (5.3, 5.5, newest). */
struct FGuid
{
	FGuid();
};
