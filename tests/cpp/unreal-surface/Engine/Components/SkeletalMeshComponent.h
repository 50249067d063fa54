#pragma once

#include "Components/SkinnedMeshComponent.h"

class USkeletalMesh;

/** Page: API/Runtime/Engine/Components, USkeletalMeshComponent (SetMorphTarget 5.0 to 5.5, GetSkeletalMeshAsset since 5.1). */
class USkeletalMeshComponent : public USkinnedMeshComponent
{
public:
	static UClass* StaticClass();
	USkeletalMesh* GetSkeletalMeshAsset() const;
	void SetMorphTarget(FName MorphTargetName, float Value, bool bRemoveZeroWeight = true);
};
