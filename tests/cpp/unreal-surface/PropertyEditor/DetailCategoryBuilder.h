#pragma once

#include "DetailWidgetRow.h"

/** Page: API/Editor/PropertyEditor, IDetailCategoryBuilder (AddCustomRow: 5.2, 5.4). */
class IDetailCategoryBuilder
{
public:
	virtual ~IDetailCategoryBuilder();
	virtual FDetailWidgetRow& AddCustomRow(const FText& Filter, bool bForAdvanced = false) = 0;
};
