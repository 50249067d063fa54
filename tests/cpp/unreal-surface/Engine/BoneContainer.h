#pragma once

#include "BoneIndices.h"

/** Page: API/Runtime/Engine, FBoneContainer. */
struct FBoneContainer
{
	bool IsValid() const;
};
