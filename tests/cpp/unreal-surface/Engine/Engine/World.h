#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/Engine/Engine, UWorld. IsGameWorld: no page of its own, and used by many. */
class UWorld : public UObject
{
public:
	static UClass* StaticClass();
	bool IsGameWorld() const;
};
