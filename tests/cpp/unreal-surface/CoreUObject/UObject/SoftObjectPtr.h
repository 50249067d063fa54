#pragma once
#include "UObject/ObjectPtr.h"
/** Page: API/Runtime/CoreUObject/UObject, TSoftClassPtr. */
template <typename T> class TSoftClassPtr
{
public:
	TSoftClassPtr();
	TSoftClassPtr(const UClass* Class);
};
