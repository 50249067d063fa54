#pragma once

#include "UObject/UObjectGlobals.h"

class UMorphTarget;

/** Page: API/Runtime/Engine/Engine, USkeletalMesh. */
class USkeletalMesh : public UObject
{
public:
	static UClass* StaticClass();
	UMorphTarget* FindMorphTarget(FName MorphTargetName) const;
};
