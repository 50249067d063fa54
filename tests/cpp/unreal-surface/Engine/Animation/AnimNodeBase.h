#pragma once

#include "Animation/AnimCurveTypes.h"
#include "BonePose.h"
#include "UObject/UObjectGlobals.h"
#include "UObject/WeakObjectPtr.h"
#include "UObject/WeakObjectPtrTemplates.h"

class UAnimInstance;
struct FAnimInstanceProxy;
struct FAnimNode_Base;

/** Pages: API/Runtime/Engine/Animation: FAnimationBaseContext and those that derive from it. */
struct FAnimationBaseContext
{
	FAnimInstanceProxy* AnimInstanceProxy;
};
struct FAnimationInitializeContext : public FAnimationBaseContext
{
};
struct FAnimationCacheBonesContext : public FAnimationBaseContext
{
};
struct FAnimationUpdateContext : public FAnimationBaseContext
{
	float GetDeltaTime() const;
};
struct FPoseContext : public FAnimationBaseContext
{
	FCompactPose Pose;
	FBlendedCurve Curve;
};
/** Page: API/Runtime/Engine/Animation, FNodeDebugData (5.0, 5.1, 5.3). */
struct FNodeDebugData
{
	void AddDebugItem(FString DebugData, bool bPoseSource = false);
	template <typename Type> FString GetNodeName(Type* Node);
};
/** Page: API/Runtime/Engine/Animation, FPoseLink. */
struct FPoseLink
{
	void Initialize(const FAnimationInitializeContext& Context);
	void CacheBones(const FAnimationCacheBonesContext& Context);
	void Update(const FAnimationUpdateContext& Context);
	void Evaluate(FPoseContext& Output);
	void GatherDebugData(FNodeDebugData& DebugData);
};
/** Page: API/Runtime/Engine/Animation, FExposedValueHandler. */
struct FExposedValueHandler
{
	void Execute(const FAnimationBaseContext& Context) const;
};
/** Page: API/Runtime/Engine/Animation, FAnimNode_Base (5.5; GetEvaluateGraphExposedInputs 5.0, 5.4). Used by: lifelike-and-believable/VMCLiveLink AnimNode_VRMExpressions.h. */
struct FAnimNode_Base
{
	virtual void Initialize_AnyThread(const FAnimationInitializeContext& Context);
	virtual void CacheBones_AnyThread(const FAnimationCacheBonesContext&) {}
	virtual void Update_AnyThread(const FAnimationUpdateContext&) {}
	virtual void Evaluate_AnyThread(FPoseContext&) {}
	virtual void GatherDebugData(FNodeDebugData& DebugData);
	virtual bool HasPreUpdate() const { return false; }
	virtual void PreUpdate(const UAnimInstance*) {}
	virtual ~FAnimNode_Base();

protected:
	const FExposedValueHandler& GetEvaluateGraphExposedInputs() const;
};
