#pragma once
#include "UObject/SoftObjectPath.h"
/** Page: API/Runtime/CoreUObject/UObject, TSoftObjectPtr. */
template <typename T> struct TSoftObjectPtr
{
	T* Get() const;
	T* LoadSynchronous() const;
	bool IsNull() const;
};
/** Page: API/Runtime/CoreUObject/UObject, TSoftClassPtr. */
template <typename T> class TSoftClassPtr
{
public:
	TSoftClassPtr();
	TSoftClassPtr(const UClass* Class);
	UClass* Get() const;
};
