#pragma once

#include "Containers/UnrealString.h"

/** Page: "Character Encoding in Unreal Engine"; API/Runtime/Core/Containers, FTCHARToUTF8_Convert, FUTF8ToTCHAR_Convert (5.3, newest). */
class FTCHARToUTF8
{
public:
	explicit FTCHARToUTF8(const TCHAR* Text);
	FTCHARToUTF8(const TCHAR* Text, int32 Length);
	const ANSICHAR* Get() const;
	int32 Length() const;
};
class FUTF8ToTCHAR
{
public:
	explicit FUTF8ToTCHAR(const ANSICHAR* Text);
	FUTF8ToTCHAR(const ANSICHAR* Text, int32 Length);
	const TCHAR* Get() const;
	int32 Length() const;
};
#define UTF8_TO_TCHAR(Text) (TCHAR*)FUTF8ToTCHAR((const ANSICHAR*)Text).Get()
