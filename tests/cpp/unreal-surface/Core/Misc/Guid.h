#pragma once

#include "Containers/UnrealString.h"

/** Page: API/Runtime/Core/Misc, FGuid. */
struct FGuid
{
	FGuid();
};
