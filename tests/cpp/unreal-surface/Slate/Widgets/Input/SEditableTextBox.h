#pragma once

#include "Framework/SlateDelegates.h"
#include "Widgets/DeclarativeSyntaxSupport.h"

/** Page: API/Runtime/Slate/Widgets/Input, SEditableTextBox (FArguments: 5.0, and without a version). Used by: smokescreen690/LiveLinkMVNPlugin-UE5.4.2 LiveLinkMvnSourceEditor.cpp. */
class SEditableTextBox : public SWidget
{
public:
	SLATE_BEGIN_ARGS(SEditableTextBox) {}
		SLATE_ATTRIBUTE(FText, Text)
		SLATE_ATTRIBUTE(bool, SelectAllTextWhenFocused)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
	FText GetText() const;
	void SetText(const TAttribute<FText>& Text);
};
