#pragma once

#include "Widgets/SWidget.h"

/** Page: API/Editor/PropertyEditor, FDetailWidgetRow, FDetailWidgetDecl (WholeRowContent: 5.2). Used by: ruyo/VRM4U VRM4UDetailCustomize.cpp. */
class FDetailWidgetRow;
class FDetailWidgetDecl
{
public:
	FDetailWidgetRow& operator[](TSharedRef<SWidget> Widget);
};
class FDetailWidgetRow
{
public:
	FDetailWidgetDecl& WholeRowContent();
};
