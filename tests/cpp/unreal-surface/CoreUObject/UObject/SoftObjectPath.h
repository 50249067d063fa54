#pragma once
#include "UObject/ObjectPtr.h"
/** Page: API/Runtime/CoreUObject/UObject, FSoftObjectPath. */
struct FSoftObjectPath
{
	FString ToString() const;
	UObject* TryLoad() const;
};
