#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/Engine/Engine, UEngine, GEngine. Used by: ruyo/VRM4U AnimNode_VrmVMC.cpp. */
class UEngine : public UObject
{
public:
	static UClass* StaticClass();
	template <typename T> T* GetEngineSubsystem() const;
};
extern UEngine* GEngine;
