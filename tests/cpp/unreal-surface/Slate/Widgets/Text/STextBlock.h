#pragma once

#include "Fonts/SlateFontInfo.h"
#include "Widgets/DeclarativeSyntaxSupport.h"

/** Page: API/Runtime/Slate/Widgets/Text, STextBlock (FArguments: without a version). Used by: lifelike-and-believable/VMCLiveLink SVMCMappingTable.cpp. */
class STextBlock : public SWidget
{
public:
	SLATE_BEGIN_ARGS(STextBlock) {}
		SLATE_ATTRIBUTE(FText, Text)
		SLATE_ATTRIBUTE(FSlateFontInfo, Font)
		SLATE_ATTRIBUTE(bool, AutoWrapText)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
	void SetText(const TAttribute<FText>& Text);
};
