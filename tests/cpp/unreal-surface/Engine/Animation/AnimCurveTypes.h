#pragma once

#include "Animation/AnimCurveElementFlags.h"

/**
 * Page: API/Runtime/Engine, TBaseBlendedCurve: Get, Set and SetFlags by name, since 5.3 (5.5 and without a version).
 * Used by: lifelike-and-believable/VMCLiveLink AnimNode_VRMExpressions.cpp.
 */
struct FBlendedCurve
{
	float Get(FName InName) const;
	float Get(FName InName, bool& OutIsValid, float InDefaultValue = 0.0f) const;
	void Set(FName InName, float InValue);
	void SetFlags(FName InName, UE::Anim::ECurveElementFlags InFlags);
};
