#pragma once

#include "Styling/ISlateStyle.h"

/** Page: API/Runtime/SlateCore/Styling, FSlateStyleRegistry (5.4, 5.5). */
class FSlateStyleRegistry
{
public:
	static void RegisterSlateStyle(const ISlateStyle& Style);
	static void UnRegisterSlateStyle(const ISlateStyle& Style);
	static void UnRegisterSlateStyle(const FName Name);
};
