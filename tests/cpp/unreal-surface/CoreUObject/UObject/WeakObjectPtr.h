#pragma once

#include "UObject/ObjectPtr.h"

/** Page: API/Runtime/CoreUObject/UObject, FWeakObjectPtr. */
struct FWeakObjectPtr
{
	FWeakObjectPtr();
};
