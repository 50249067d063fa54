#pragma once

#include "UObject/NameTypes.h"

/** Page: API/Runtime/SlateCore/Textures, FSlateIcon. */
struct FSlateIcon
{
	FSlateIcon();
	FSlateIcon(const FName& StyleSet, const FName& Style);
};
