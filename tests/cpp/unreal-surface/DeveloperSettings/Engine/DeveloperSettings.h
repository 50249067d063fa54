#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/DeveloperSettings/Engine, UDeveloperSettings (5.3, 5.4, newest). CategoryName is one that the settings show already. */
class UDeveloperSettings : public UObject
{
public:
	static UClass* StaticClass();

protected:
	FName CategoryName;
};
