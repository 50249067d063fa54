#pragma once

#include "UObject/UObjectGlobals.h"

class AActor;

/** Page: API/Runtime/Engine/Animation, UAnimInstance. */
class UAnimInstance : public UObject
{
public:
	static UClass* StaticClass();
	AActor* GetOwningActor() const;
};
