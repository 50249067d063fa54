#pragma once

#include "Containers/UnrealString.h"

enum EName { NAME_None = 0 };

/** Page: API/Runtime/Core/UObject, FName (5.3, 5.5, newest). `a` and `A` are the same name; which of the two ToString gives, a packaged game forgets. */
class FName
{
public:
	FName();
	FName(EName Name);
	FName(const TCHAR* Name);
	FName(const ANSICHAR* Name);
	FString ToString() const;
	bool operator==(const FName& Other) const;
	bool operator!=(const FName& Other) const;
};
