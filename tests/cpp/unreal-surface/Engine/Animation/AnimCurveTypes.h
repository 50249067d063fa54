#pragma once

#include "Animation/AnimCurveElementFlags.h"

/**
 * Page: API/Runtime/Engine/Animation, TBaseBlendedCurve: by name, since 5.3 (Get and Set 5.5; GetFlags 5.4; SetFlags without a
 * version: it makes the curve where there is none, and takes the place of the flags that were there).
 * Used by: lifelike-and-believable/VMCLiveLink AnimNode_VRMExpressions.cpp (Set).
 */
struct FBlendedCurve
{
	float Get(FName InName) const;
	float Get(FName InName, bool& OutIsValid, float InDefaultValue = 0.0f) const;
	UE::Anim::ECurveElementFlags GetFlags(FName InName) const;
	void Set(FName InName, float InValue);
	void SetFlags(FName InName, UE::Anim::ECurveElementFlags InFlags);
};
