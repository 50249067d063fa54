#pragma once

#include "Containers/UnrealString.h"

/** Page: API/Runtime/Core/Misc, FParse. */
struct FParse
{
	static bool Value(const TCHAR* Stream, const TCHAR* Match, FString& Value, bool bShouldStopOnSeparator = true);
	static bool Param(const TCHAR* Stream, const TCHAR* Param);
};
