#pragma once

#include "Containers/UnrealString.h"

enum EName { NAME_None = 0 };
enum EFindName { FNAME_Find, FNAME_Add };

/** Page: API/Runtime/Core/UObject, FName. */
class FName
{
public:
	FName();
	FName(EName Name);
	FName(const TCHAR* Name, EFindName Find = FNAME_Add);
	FName(const ANSICHAR* Name, EFindName Find = FNAME_Add);
	FString ToString() const;
	void ToString(FString& Out) const;
	bool IsNone() const;
	bool operator==(const FName& Other) const;
	bool operator!=(const FName& Other) const;
	bool operator==(EName Other) const;
	bool LexicalLess(const FName& Other) const;
	bool FastLess(const FName& Other) const;
};
uint32 GetTypeHash(const FName& Name);

/** Page: API/Runtime/Core/UObject, FNameLexicalLess. */
struct FNameLexicalLess
{
	bool operator()(const FName& A, const FName& B) const;
};
