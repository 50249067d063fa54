#pragma once

#include "BoneIndices.h"

struct FBoneContainer;

/** Page: API/Runtime/Engine/Animation, FBoneReference (5.3, 5.4, 5.5). */
struct FBoneReference
{
	FName BoneName;
	FBoneReference();
	FBoneReference(const FName& InBoneName);
	bool Initialize(const FBoneContainer& RequiredBones);
	bool IsValidToEvaluate(const FBoneContainer& RequiredBones) const;
	FCompactPoseBoneIndex GetCompactPoseIndex(const FBoneContainer& RequiredBones) const;
};
