#pragma once

#include "Misc/Optional.h"
#include "Widgets/DeclarativeSyntaxSupport.h"

/** Page: API/Runtime/Slate/Widgets/Notifications, SProgressBar (FArguments: 5.3, newest). */
class SProgressBar : public SWidget
{
public:
	SLATE_BEGIN_ARGS(SProgressBar) {}
		SLATE_ATTRIBUTE(TOptional<float>, Percent)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
};
