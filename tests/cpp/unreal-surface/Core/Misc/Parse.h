#pragma once

#include "Containers/UnrealString.h"

/** Page: API/Runtime/Core/Misc, FParse (5.3, 5.4, newest). What is not between quotes ends at a blank, and at , or ) as well unless it is told not to. */
struct FParse
{
	static bool Value(const TCHAR* Stream, const TCHAR* Match, FString& Value, bool bShouldStopOnSeparator = true);
};
