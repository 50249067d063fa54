#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: "Programming Subsystems"; API/Runtime/Engine/Subsystems, UEngineSubsystem. */
class FSubsystemCollectionBase;
class USubsystem : public UObject
{
public:
	static UClass* StaticClass();
	virtual void Initialize(FSubsystemCollectionBase& Collection);
	virtual void Deinitialize();
};
class UEngineSubsystem : public USubsystem
{
public:
	static UClass* StaticClass();
};
