#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/Engine/Animation, UMorphTarget. */
class UMorphTarget : public UObject
{
public:
	static UClass* StaticClass();
};
