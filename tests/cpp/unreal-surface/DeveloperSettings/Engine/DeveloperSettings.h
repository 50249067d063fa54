#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/DeveloperSettings/Engine, UDeveloperSettings (5.3, 5.4). */
class UDeveloperSettings : public UObject
{
public:
	static UClass* StaticClass();
	virtual FName GetCategoryName() const;

protected:
	FName CategoryName;
};
