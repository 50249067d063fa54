#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/Engine/Engine, UWorld. */
class UWorld : public UObject
{
public:
	static UClass* StaticClass();
	bool IsGameWorld() const;
	double GetTimeSeconds() const;
	double GetRealTimeSeconds() const;
};
