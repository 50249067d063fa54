#pragma once

#include "Components/SkinnedMeshComponent.h"

/** Page: API/Runtime/Engine/Components, UPoseableMeshComponent (5.0, and without a version): bones in their parents' space. */
class UPoseableMeshComponent : public USkinnedMeshComponent
{
public:
	static UClass* StaticClass();
	TArray<FTransform> BoneSpaceTransforms;
	void MarkRefreshTransformDirty();
};
