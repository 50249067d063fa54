#pragma once

#include "UObject/Object.h"

class UField : public UObject
{
};
/** Page: API/Runtime/CoreUObject/UObject, UStruct, UScriptStruct, UClass, UEnum. */
class UStruct : public UField
{
public:
	bool IsChildOf(const UStruct* Other) const;
	template <typename T> bool IsChildOf() const { return IsChildOf(T::StaticClass()); }
};
/** ImportText and ExportText: 5.0 and 5.4; the name is asked for by a function as well. */
enum { PPF_None = 0 };
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
public:
	template <typename T> T* GetDefaultObject(bool bCreate = true) const;
	FString GetDescription() const;
};
class UEnum : public UField
{
public:
	FText GetDisplayNameTextByValue(int64 Value) const;
	FString GetNameStringByValue(int64 Value) const;
};
template <typename T> UEnum* StaticEnum();
