#pragma once

#include "UObject/NameTypes.h"

/** Page: API/Runtime/SlateCore/Textures, FSlateIcon (5.4, newest). */
struct FSlateIcon
{
	FSlateIcon();
};
