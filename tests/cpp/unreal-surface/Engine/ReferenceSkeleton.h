#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Engine, FReferenceSkeleton. Used by: ruyo/VRM4U AnimNode_VrmVMC.cpp. */
struct FReferenceSkeleton
{
	int32 FindBoneIndex(const FName& BoneName) const;
	const TArray<FTransform>& GetRefBonePose() const;
};
