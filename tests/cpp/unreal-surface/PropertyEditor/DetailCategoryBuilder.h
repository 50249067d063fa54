#pragma once

#include "DetailWidgetRow.h"

/** Page: API/Editor/PropertyEditor, IDetailCategoryBuilder. */
class IDetailCategoryBuilder
{
public:
	virtual ~IDetailCategoryBuilder();
	virtual FDetailWidgetRow& AddCustomRow(const FText& Filter, bool bForAdvanced = false) = 0;
};
