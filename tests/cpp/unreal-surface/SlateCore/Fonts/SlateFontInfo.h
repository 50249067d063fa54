#pragma once

/** Page: API/Runtime/SlateCore/Fonts, FSlateFontInfo. */
struct FSlateFontInfo
{
	FSlateFontInfo();
};
