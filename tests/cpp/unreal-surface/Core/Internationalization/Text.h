#pragma once

#include "UObject/NameTypes.h"

namespace SurfaceText
{
/** Page: API/Runtime/Core/Internationalization, FFormatArgumentValue (5.0, newest): each has a constructor; of any other number, none is the nearest. */
template <typename T, typename... Kinds> constexpr bool IsOneOf = (std::is_same_v<std::decay_t<T>, Kinds> || ...);
template <typename T> constexpr bool IsFormatted = IsOneOf<T, int32, uint32, int64, uint64, float, double>;
} // namespace SurfaceText

/** Page: API/Runtime/Core/Internationalization, FText (5.0, 5.1, 5.4, 5.5, newest); "Text Localization in Unreal Engine". */
class FText
{
public:
	FText();
	static const FText& GetEmpty();
	static FText FromString(const FString& Text);
	static FText FromString(FString&& Text);
	template <typename... Arguments> static FText Format(FText Pattern, Arguments&&... Args)
	{
		static_assert(((std::is_same_v<std::decay_t<Arguments>, FText> || SurfaceText::IsFormatted<Arguments>) && ...), "FText::Format takes texts, and numbers of Unreal's types");
		return Pattern;
	}
	const FString& ToString() const;
	bool IsEmpty() const;
};
FText SurfaceLocalised(const TCHAR* Namespace, const TCHAR* Key, const TCHAR* Text);
#define NSLOCTEXT(Namespace, Key, Text) SurfaceLocalised(TEXT(Namespace), TEXT(Key), TEXT(Text))
#define LOCTEXT(Key, Text) NSLOCTEXT(LOCTEXT_NAMESPACE, Key, Text)
