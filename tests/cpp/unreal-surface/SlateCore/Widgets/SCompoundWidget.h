#pragma once

#include "Widgets/DeclarativeSyntaxSupport.h"

/** Page: API/Runtime/SlateCore/Widgets, SCompoundWidget. */
struct FSurfaceChildSlot
{
	FSurfaceChildSlot& Padding(const TAttribute<FMargin>& Margin);
	FSurfaceChildSlot& HAlign(EHorizontalAlignment Alignment);
	FSurfaceChildSlot& VAlign(EVerticalAlignment Alignment);
	FSurfaceChildSlot& operator[](const TSharedRef<SWidget>& Content);
};
class SCompoundWidget : public SWidget
{
public:

protected:
	FSurfaceChildSlot ChildSlot;
};
