#pragma once

#include "CoreMinimal.h"

/** Page: API/Editor/UnrealEd/Kismet2, FCompilerResultsLog: `@@` in the text stands for each node that is handed along. */
class FCompilerResultsLog
{
public:
	template <typename... Arguments> void Error(const TCHAR* Format, Arguments... Args);
	template <typename... Arguments> void Warning(const TCHAR* Format, Arguments... Args);
};
