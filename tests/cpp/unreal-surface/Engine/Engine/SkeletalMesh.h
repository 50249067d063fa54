#pragma once

#include "UObject/UObjectGlobals.h"

class UMorphTarget;
struct FReferenceSkeleton;

/** Page: API/Runtime/Engine/Engine, USkeletalMesh (FindMorphTarget: without a version). */
class USkeletalMesh : public UObject
{
public:
	static UClass* StaticClass();
	UMorphTarget* FindMorphTarget(FName MorphTargetName) const;
	const FReferenceSkeleton& GetRefSkeleton() const;
};
