#pragma once

#include "CoreTypes.h"

class FString;

/** Page: API/Runtime/Core/Containers, TStringView (5.4, 5.6, newest). */
class FStringView
{
public:
	FStringView();
	FStringView(const TCHAR* Text);
	FStringView(const TCHAR* Text, int32 Length);
	FStringView(const FString& Text);
};
