#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/Engine/Engine, UEngine, GEngine. */
class UEngine : public UObject
{
public:
	static UClass* StaticClass();
	template <typename T> T* GetEngineSubsystem() const;
};
extern UEngine* GEngine;
