#pragma once

#include "Widgets/DeclarativeSyntaxSupport.h"

/** Page: API/Runtime/Slate/Widgets/Input, SHyperlink (FArguments: 5.0, newest; Construct 5.2). */
class SHyperlink : public SWidget
{
public:
	SLATE_BEGIN_ARGS(SHyperlink) {}
		SLATE_ATTRIBUTE(FText, Text)
		SLATE_EVENT(FSimpleDelegate, OnNavigate)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
};
