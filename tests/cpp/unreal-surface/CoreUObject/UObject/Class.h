#pragma once

#include "UObject/Object.h"

class UField : public UObject
{
};
/** Page: API/Runtime/CoreUObject/UObject, UStruct, UScriptStruct, UClass. */
class UStruct : public UField
{
};
/** ImportText and ExportText: 5.0, 5.4, newest; the name is asked for by a function as well. What ImportText has to say, it logs; null is a refusal. */
class FOutputDevice;
class UScriptStruct : public UStruct
{
public:
	void ExportText(FString& Out, const void* Value, const void* Defaults, UObject* Owner, int32 Flags, UObject* Scope, bool bAllowNative = true) const;
	const TCHAR* ImportText(const TCHAR* Text, void* Value, UObject* Owner, int32 Flags, FOutputDevice* Errors, const FString& Name, bool bAllowNative = true) const;
	const TCHAR* ImportText(const TCHAR* Text, void* Value, UObject* Owner, int32 Flags, FOutputDevice* Errors, const TFunctionRef<FString()>& Name, bool bAllowNative = true) const;
};
class UClass : public UStruct
{
};
