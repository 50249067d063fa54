#pragma once

#include "Widgets/DeclarativeSyntaxSupport.h"

/** Page: API/Runtime/Slate/Widgets/Layout, SBox (FArguments: 5.1, and without a version; FOptionalSize for its sizes). Used by: lifelike-and-believable/VMCLiveLink SVMCMappingTable.cpp. */
struct FOptionalSize
{
	FOptionalSize(float Size);
};
class SBox : public SWidget
{
public:
	SLATE_BEGIN_ARGS(SBox) {}
		SLATE_ARGUMENT(EHorizontalAlignment, HAlign)
		SLATE_ARGUMENT(EVerticalAlignment, VAlign)
		SLATE_ATTRIBUTE(FMargin, Padding)
		SLATE_ATTRIBUTE(FOptionalSize, MaxDesiredHeight)
		SLATE_ATTRIBUTE(FOptionalSize, WidthOverride)
		SLATE_DEFAULT_SLOT(FArguments, Content)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
};
