#pragma once

#include "Containers/Array.h"
#include "Containers/StringView.h"

/** Page: API/Runtime/Core/Misc, ESearchCase. */
namespace ESearchCase
{
enum Type { CaseSensitive, IgnoreCase };
}
namespace ESearchDir
{
enum Type { FromStart, FromEnd };
}

namespace SurfaceText
{
/** What a format of the engine takes: numbers and pointers, and no FString by value. */
template <typename T> constexpr bool IsArgument = std::is_arithmetic_v<std::decay_t<T>> || std::is_pointer_v<std::decay_t<T>> || std::is_enum_v<std::decay_t<T>>;
} // namespace SurfaceText

/** Page: "FString in Unreal Engine"; API/Runtime/Core/Containers, FString. */
class FString
{
public:
	FString();
	FString(const TCHAR* Text);
	explicit FString(const ANSICHAR* Text);
	explicit FString(FStringView View);
	FString(const FString&);
	FString(FString&&);
	~FString();
	FString& operator=(const FString&);
	FString& operator=(FString&&);
	FString& operator=(const TCHAR* Text);
	const TCHAR* operator*() const;
	int32 Len() const;
	bool IsEmpty() const;
	void Reset(int32 Slack = 0);
	void Empty(int32 Slack = 0);
	TCHAR& operator[](int32 Index);
	const TCHAR& operator[](int32 Index) const;
	bool IsValidIndex(int32 Index) const;
	FString& operator+=(const FString& Text);
	FString& operator+=(const TCHAR* Text);
	FString& operator+=(TCHAR Sign);
	FString& AppendChar(TCHAR Sign);
	bool Equals(const FString& Other, ESearchCase::Type Case = ESearchCase::CaseSensitive) const;
	bool StartsWith(const FString& Text, ESearchCase::Type Case = ESearchCase::IgnoreCase) const;
	bool EndsWith(const FString& Text, ESearchCase::Type Case = ESearchCase::IgnoreCase) const;
	bool Contains(const FString& Text, ESearchCase::Type Case = ESearchCase::IgnoreCase, ESearchDir::Type Direction = ESearchDir::FromStart) const;
	int32 Find(const FString& Text, ESearchCase::Type Case = ESearchCase::IgnoreCase, ESearchDir::Type Direction = ESearchDir::FromStart, int32 Start = INDEX_NONE) const;
	bool FindChar(TCHAR Sign, int32& Index) const;
	bool Split(const FString& Separator, FString* Left, FString* Right, ESearchCase::Type Case = ESearchCase::IgnoreCase, ESearchDir::Type Direction = ESearchDir::FromStart) const;
	int32 ParseIntoArray(TArray<FString>& Out, const TCHAR* Delimiter, bool bCullEmpty = true) const;
	int32 ParseIntoArrayLines(TArray<FString>& Out, bool bCullEmpty = true) const;
	FString Left(int32 Count) const;
	FString Right(int32 Count) const;
	FString Mid(int32 Start, int32 Count = 2147483647) const;
	FString LeftChop(int32 Count) const;
	FString RightChop(int32 Count) const;
	FString TrimStartAndEnd() const;
	FString ToLower() const;
	FString ToUpper() const;
	FString Replace(const TCHAR* From, const TCHAR* To, ESearchCase::Type Case = ESearchCase::IgnoreCase) const;
	bool RemoveFromStart(const FString& Prefix, ESearchCase::Type Case = ESearchCase::IgnoreCase);
	bool RemoveFromEnd(const FString& Suffix, ESearchCase::Type Case = ESearchCase::IgnoreCase);
	bool IsNumeric() const;
	TArray<TCHAR>& GetCharArray();
	template <typename... Arguments> static FString Printf(const TCHAR* Format, Arguments... Args)
	{
		static_assert((SurfaceText::IsArgument<Arguments> && ...), "a format takes *String, not String");
		return FString();
	}
	static FString FromInt(int32 Number);
	static FString SanitizeFloat(double Number, int32 Digits = 1);
	template <typename T> static FString Join(const TArray<T>& Items, const TCHAR* Separator);
};
FString operator+(const FString& A, const FString& B);
FString operator+(const FString& A, const TCHAR* B);
FString operator+(const TCHAR* A, const FString& B);
FString operator/(const FString& A, const FString& B);
FString operator/(const FString& A, const TCHAR* B);
bool operator==(const FString& A, const FString& B);
bool operator==(const FString& A, const TCHAR* B);
bool operator!=(const FString& A, const FString& B);
bool operator!=(const FString& A, const TCHAR* B);
bool operator<(const FString& A, const FString& B);
uint32 GetTypeHash(const FString& Text);
FString LexToString(bool bValue);
template <typename T> FString LexToString(const T& Value);
