#pragma once

#include "Styling/SlateStyle.h"

/** The icons of mapping assets and of the Live Link source; registered as long as it lives. */
class FKoekataEditorStyle : public FSlateStyleSet
{
public:
	FKoekataEditorStyle();
	~FKoekataEditorStyle();
};
