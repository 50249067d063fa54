#pragma once

#include "LiveLinkTypes.h"

/** Page: API/Runtime/LiveLinkInterface, FLiveLinkSkeletonStaticData (5.2 to 5.5). Used by: lifelike-and-believable/VMCLiveLink VMCLiveLinkRemapper.cpp. */
struct FLiveLinkSkeletonStaticData : public FLiveLinkBaseStaticData
{
	static UScriptStruct* StaticStruct();
	void SetBoneNames(const TArray<FName>& InBoneNames);
	void SetBoneParents(const TArray<int32> InBoneParents);
};
/** Page: API/Runtime/LiveLinkInterface, FLiveLinkAnimationFrameData. Used by: the same. */
struct FLiveLinkAnimationFrameData : public FLiveLinkBaseFrameData
{
	static UScriptStruct* StaticStruct();
	TArray<FTransform> Transforms;
};
