#pragma once

#include "Widgets/DeclarativeSyntaxSupport.h"

/** Page: API/Runtime/SlateCore/Widgets, SVerticalBox, SHorizontalBox. */
template <class Slot> struct TSurfaceSlot
{
	Slot& Padding(const TAttribute<FMargin>& Margin) { return static_cast<Slot&>(*this); }
	Slot& HAlign(EHorizontalAlignment Alignment) { return static_cast<Slot&>(*this); }
	Slot& VAlign(EVerticalAlignment Alignment) { return static_cast<Slot&>(*this); }
	Slot& operator[](const TSharedRef<SWidget>& Content) { return static_cast<Slot&>(*this); }
};
class SVerticalBox : public SWidget
{
public:
	struct FSlot : public TSurfaceSlot<FSlot>
	{
		FSlot& AutoHeight();
		FSlot& FillHeight(const TAttribute<float>& Share);
		FSlot& MaxHeight(const TAttribute<float>& Height);
	};
	SLATE_BEGIN_ARGS(SVerticalBox) {}
		FArguments& operator+(const FSlot& Slot) { return *this; }
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
	static FSlot Slot();
	FSlot AddSlot(int32 Index = INDEX_NONE);
	void ClearChildren();
};
class SHorizontalBox : public SWidget
{
public:
	struct FSlot : public TSurfaceSlot<FSlot>
	{
		FSlot& AutoWidth();
		FSlot& FillWidth(const TAttribute<float>& Share);
		FSlot& MaxWidth(const TAttribute<float>& Width);
	};
	SLATE_BEGIN_ARGS(SHorizontalBox) {}
		FArguments& operator+(const FSlot& Slot) { return *this; }
	SLATE_END_ARGS()
	void Construct(const FArguments& Arguments);
	static FSlot Slot();
};
