#pragma once

#include "CoreMinimal.h"

class FTokenizedMessage;
/**
 * Page: API/Editor/UnrealEd/Kismet2, FCompilerResultsLog (Warning 5.0, 5.4; Error 5.4): `@@` in the text stands for each node
 * that is handed along. Used by: lifelike-and-believable/VMCLiveLink AnimGraphNode_VRMExpressions.cpp.
 */
class FCompilerResultsLog
{
public:
	template <typename... Arguments> TSharedRef<FTokenizedMessage> Error(const TCHAR* Format, Arguments... Args);
	template <typename... Arguments> TSharedRef<FTokenizedMessage> Warning(const TCHAR* Format, Arguments... Args);
	template <typename... Arguments> void Warning(FName Id, const TCHAR* Format, Arguments... Args);
};
