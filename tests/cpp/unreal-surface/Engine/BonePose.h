#pragma once

#include "BoneContainer.h"

/** Page: API/Runtime/Engine, FBasePose ([] 5.3 to 5.5, newest), FBaseCompactPose (5.3, newest), FCompactPose. */
struct FCompactPose
{
	FTransform& operator[](const FCompactPoseBoneIndex& BoneIndex);
	const FTransform& operator[](const FCompactPoseBoneIndex& BoneIndex) const;
	const FBoneContainer& GetBoneContainer() const;
};
