#pragma once

#include "Framework/SlateDelegates.h"
#include "Widgets/DeclarativeSyntaxSupport.h"

/** Page: API/Runtime/Slate/Widgets/Input, SButton (FArguments: 5.0, and without a version). Used by: smokescreen690/LiveLinkMVNPlugin-UE5.4.2 LiveLinkMvnSourceEditor.cpp. */
class SButton : public SWidget
{
public:
	SLATE_BEGIN_ARGS(SButton) {}
		SLATE_DEFAULT_SLOT(FArguments, Content)
		SLATE_ATTRIBUTE(FText, Text)
		SLATE_EVENT(FOnClicked, OnClicked)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
};
