#pragma once

#include "Styling/ISlateStyle.h"

/** Page: API/Runtime/SlateCore/Styling, FAppStyle (since 5.1; before, FEditorStyle). */
class FAppStyle
{
public:
	static const ISlateStyle& Get();
	static FName GetAppStyleSetName();
	static const FSlateBrush* GetBrush(FName Name, const ANSICHAR* Specifier = nullptr);
	static FSlateFontInfo GetFontStyle(FName Name, const ANSICHAR* Specifier = nullptr);
};
