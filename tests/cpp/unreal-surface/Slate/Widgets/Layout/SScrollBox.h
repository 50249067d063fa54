#pragma once

#include "Widgets/SBoxPanel.h"

/** Page: API/Runtime/Slate/Widgets/Layout, SScrollBox, FSlot::FSlotArguments (without a version; InsertSlot 5.5). */
class SScrollBox : public SWidget
{
public:
	struct FSlot
	{
		struct FSlotArguments : public TSurfaceSlotArguments<FSlotArguments>
		{
		};
	};
	SLATE_BEGIN_ARGS(SScrollBox) {}
		SURFACE_SLOTS(FSlot::FSlotArguments)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
	static FSlot::FSlotArguments Slot();
};
