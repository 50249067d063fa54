#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/HAL, FThreadSafeBool (5.1 to 5.5). */
class FThreadSafeBool
{
public:
	FThreadSafeBool(bool bValue = false);
	operator bool() const;
	bool operator=(bool bValue);
};
