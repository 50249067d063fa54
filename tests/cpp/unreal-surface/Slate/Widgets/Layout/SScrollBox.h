#pragma once

#include "Widgets/SBoxPanel.h"

/** Page: API/Runtime/Slate/Widgets/Layout, SScrollBox. */
class SScrollBox : public SWidget
{
public:
	struct FSlot : public TSurfaceSlot<FSlot>
	{
	};
	SLATE_BEGIN_ARGS(SScrollBox) {}
		FArguments& operator+(const FSlot& Slot) { return *this; }
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
	static FSlot Slot();
};
