#pragma once

#include "UObject/NameTypes.h"

/** Page: API/Runtime/Core/Internationalization, FText; "Text Localization in Unreal Engine". */
class FFormatArgumentValue;
struct FNumberFormattingOptions
{
	FNumberFormattingOptions& SetMaximumFractionalDigits(int32 Digits);
	FNumberFormattingOptions& SetMinimumFractionalDigits(int32 Digits);
};
class FText
{
public:
	FText();
	static const FText& GetEmpty();
	static FText FromString(const FString& Text);
	static FText FromString(FString&& Text);
	static FText FromName(const FName& Name);
	template <typename T, typename = std::enable_if_t<std::is_arithmetic_v<T>>> static FText AsNumber(T Number, const FNumberFormattingOptions* Options = nullptr);
	static FText AsPercent(double Number, const FNumberFormattingOptions* Options = nullptr);
	template <typename... Arguments> static FText Format(FText Pattern, Arguments&&... Args)
	{
		static_assert(((std::is_same_v<std::decay_t<Arguments>, FText> || std::is_arithmetic_v<std::decay_t<Arguments>>) && ...), "FText::Format takes texts and numbers");
		return Pattern;
	}
	static FText Join(const FText& Delimiter, const TArray<FText>& Items);
	const FString& ToString() const;
	bool IsEmpty() const;
	bool EqualTo(const FText& Other) const;
};
FText SurfaceLocalised(const TCHAR* Namespace, const TCHAR* Key, const TCHAR* Text);
#define NSLOCTEXT(Namespace, Key, Text) SurfaceLocalised(TEXT(Namespace), TEXT(Key), TEXT(Text))
#define LOCTEXT(Key, Text) NSLOCTEXT(LOCTEXT_NAMESPACE, Key, Text)
#define INVTEXT(Text) FText::FromString(TEXT(Text))
