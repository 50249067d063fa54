#pragma once

#include "CoreMinimal.h"
#include "Math/Color.h"

/** Page: API/Runtime/SlateCore/Styling, FSlateColor. */
struct FSlateColor
{
	FSlateColor();
	FSlateColor(const FLinearColor& Color);
	static FSlateColor UseForeground();
	static FSlateColor UseSubduedForeground();
};
