#pragma once

#include "Components/MeshComponent.h"

/** Page: API/Runtime/Engine/Components, USkinnedMeshComponent. */
class USkinnedMeshComponent : public UMeshComponent
{
public:
	static UClass* StaticClass();
	int32 GetBoneIndex(FName BoneName) const;
};
