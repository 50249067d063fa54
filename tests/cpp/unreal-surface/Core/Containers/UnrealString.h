#pragma once

#include "Containers/Array.h"
#include "Containers/StringView.h"

/** Page: API/Runtime/Core/Misc, ESearchCase (5.0 to 5.7). */
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

/**
 * Page: "FString in Unreal Engine"; API/Runtime/Core/Containers, FString (5.0 to 5.3, newest; FromInt 5.1, Printf 5.2). == and != take `a` and `A` for the
 * same; Equals tells them apart.
 */
class FString
{
public:
	FString();
	FString(const TCHAR* Text);
	explicit FString(FStringView View);
	FString(const FString&);
	FString(FString&&);
	~FString();
	FString& operator=(const FString&);
	FString& operator=(FString&&);
	FString& operator=(const TCHAR* Text);
	const TCHAR* operator*() const;
	bool IsEmpty() const;
	bool Equals(const FString& Other, ESearchCase::Type Case = ESearchCase::CaseSensitive) const;
	bool EndsWith(const FString& Text, ESearchCase::Type Case = ESearchCase::IgnoreCase) const;
	bool Contains(const FString& Text, ESearchCase::Type Case = ESearchCase::IgnoreCase, ESearchDir::Type Direction = ESearchDir::FromStart) const;
	FString TrimStartAndEnd() const;
	template <typename... Arguments> static FString Printf(const TCHAR* Format, Arguments... Args)
	{
		static_assert((SurfaceText::IsArgument<Arguments> && ...), "a format takes *String, not String");
		return FString();
	}
	static FString FromInt(int32 Number);
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
