#pragma once

#include "Widgets/DeclarativeSyntaxSupport.h"

/**
 * Page: API/Runtime/SlateCore/Widgets, SVerticalBox, SHorizontalBox (5.0 to 5.4), FArguments, FSlot::FSlotArguments (5.3). What Slot() and AddSlot()
 * give are the arguments of a slot, moved and never copied; to chain them on the slot itself is deprecated.
 */
template <class Derived> struct TSurfaceSlotArguments
{
	TSurfaceSlotArguments();
	TSurfaceSlotArguments(TSurfaceSlotArguments&&);
	TSurfaceSlotArguments(const TSurfaceSlotArguments&) = delete;
	Derived& Me() { return static_cast<Derived&>(*this); }
	Derived& Padding(const TAttribute<FMargin>& Margin) { return Me(); }
	Derived& HAlign(EHorizontalAlignment Alignment) { return Me(); }
	Derived& VAlign(EVerticalAlignment Alignment) { return Me(); }
	Derived& operator[](const TSharedRef<SWidget>& Content) { return Me(); }
};
#define SURFACE_SLOTS(Arguments)                                        \
	FArguments& operator+(Arguments& Slot) { return *this; }            \
	FArguments& operator+(Arguments&& Slot) { return *this; }
class SVerticalBox : public SWidget
{
public:
	struct FSlot
	{
		struct FSlotArguments : public TSurfaceSlotArguments<FSlotArguments>
		{
			FSlotArguments& AutoHeight();
		};
	};
	struct FScopedWidgetSlotArguments : public FSlot::FSlotArguments
	{
	};
	SLATE_BEGIN_ARGS(SVerticalBox) {}
		SURFACE_SLOTS(FSlot::FSlotArguments)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
	static FSlot::FSlotArguments Slot();
	FScopedWidgetSlotArguments AddSlot();
};
class SHorizontalBox : public SWidget
{
public:
	struct FSlot
	{
		struct FSlotArguments : public TSurfaceSlotArguments<FSlotArguments>
		{
			FSlotArguments& AutoWidth();
			FSlotArguments& FillWidth(TAttribute<float> Share);
		};
	};
	SLATE_BEGIN_ARGS(SHorizontalBox) {}
		SURFACE_SLOTS(FSlot::FSlotArguments)
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
	static FSlot::FSlotArguments Slot();
};
