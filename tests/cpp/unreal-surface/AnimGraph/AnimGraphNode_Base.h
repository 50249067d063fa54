#pragma once

#include "EdGraph/EdGraphNode.h"
#include "Math/Color.h"
#include "UObject/UObjectGlobals.h"

class FCompilerResultsLog;
class USkeleton;
/**
 * Pages: API/Editor/AnimGraph, UAnimGraphNode_Base (5.0 to 5.5); API/Runtime/Engine/EdGraph, UEdGraphNode.
 * Used by: lifelike-and-believable/VMCLiveLink AnimGraphNode_VRMExpressions.cpp.
 */
class UAnimGraphNode_Base : public UEdGraphNode
{
public:
	static UClass* StaticClass();
	virtual FString GetNodeCategory() const;
	virtual void ValidateAnimNodeDuringCompilation(USkeleton* Skeleton, FCompilerResultsLog& Log);
};
