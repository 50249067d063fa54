#pragma once

#include "Layout/Visibility.h"
#include "Misc/Optional.h"
#include "Widgets/SWidget.h"

/** Page: API/Editor/PropertyEditor, FDetailWidgetRow, FDetailWidgetDecl (WholeRowContent: 5.2). Used by: ruyo/VRM4U VRM4UDetailCustomize.cpp. */
class FDetailWidgetRow;
class FDetailWidgetDecl
{
public:
	FDetailWidgetDecl& MinDesiredWidth(TOptional<float> Width);
	FDetailWidgetDecl& MaxDesiredWidth(TOptional<float> Width);
	FDetailWidgetDecl& HAlign(EHorizontalAlignment Alignment);
	FDetailWidgetDecl& VAlign(EVerticalAlignment Alignment);
	FDetailWidgetRow& operator[](TSharedRef<SWidget> Widget);
};
class FDetailWidgetRow
{
public:
	FDetailWidgetDecl& NameContent();
	FDetailWidgetDecl& ValueContent();
	FDetailWidgetDecl& WholeRowContent();
	FDetailWidgetRow& Visibility(const TAttribute<EVisibility>& Visibility);
};
