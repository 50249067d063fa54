#pragma once

#include "EdGraph/EdGraphNode.h"
#include "Math/Color.h"
#include "UObject/UObjectGlobals.h"

class FCompilerResultsLog;
class USkeleton;
/** Pages: API/Editor/AnimGraph, UAnimGraphNode_Base; API/Runtime/Engine/EdGraph, UEdGraphNode. In use: UAnimGraphNode_LiveLinkPose. */
class UAnimGraphNode_Base : public UEdGraphNode
{
public:
	static UClass* StaticClass();
	virtual FString GetNodeCategory() const;
	virtual void ValidateAnimNodeDuringCompilation(USkeleton* Skeleton, FCompilerResultsLog& Log);
};
