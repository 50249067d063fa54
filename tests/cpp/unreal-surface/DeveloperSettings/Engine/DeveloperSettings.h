#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/DeveloperSettings/Engine, UDeveloperSettings. */
class UDeveloperSettings : public UObject
{
public:
	static UClass* StaticClass();
	virtual FName GetCategoryName() const;

protected:
	FName CategoryName;
};
