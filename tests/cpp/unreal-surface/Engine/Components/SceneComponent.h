#pragma once

#include "Components/ActorComponent.h"

/** Page: API/Runtime/Engine/Components, USceneComponent. */
class USceneComponent : public UActorComponent
{
public:
	static UClass* StaticClass();
};
