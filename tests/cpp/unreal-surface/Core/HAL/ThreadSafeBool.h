#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/HAL, FThreadSafeBool. */
class FThreadSafeBool
{
public:
	FThreadSafeBool(bool bValue = false);
	operator bool() const;
	bool operator=(bool bValue);
};
