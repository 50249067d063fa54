#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Engine, FCompactPoseBoneIndex; newest: the same header, of AnimationCore. Used by: ruyo/VRM4U AnimNode_VrmVMC.cpp. */
struct FCompactPoseBoneIndex
{
	explicit FCompactPoseBoneIndex(int32 InIndex);
	bool IsValid() const;
};
