#pragma once
#include "UObject/Object.h"
/** Page: API/Runtime/CoreUObject/UObject, FObjectPreSaveContext. */
class FObjectPreSaveContext
{
public:
	bool IsCooking() const;
};
