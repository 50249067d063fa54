#pragma once

#include "BoneContainer.h"

/** Page: API/Runtime/Engine, FBaseCompactPose, FCompactPose. */
struct FCompactPose
{
	FTransform& operator[](const FCompactPoseBoneIndex& BoneIndex);
	const FTransform& operator[](const FCompactPoseBoneIndex& BoneIndex) const;
	const FBoneContainer& GetBoneContainer() const;
};
