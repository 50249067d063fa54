#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Engine, FCompactPoseBoneIndex. Used by: ruyo/VRM4U AnimNode_VrmVMC.cpp. */
struct FCompactPoseBoneIndex
{
	explicit FCompactPoseBoneIndex(int32 InIndex);
	int32 GetInt() const;
	bool IsValid() const;
};
