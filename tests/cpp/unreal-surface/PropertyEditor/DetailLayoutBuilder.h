#pragma once

#include "DetailCategoryBuilder.h"
#include "Fonts/SlateFontInfo.h"
#include "UObject/WeakObjectPtrTemplates.h"

/** Page: API/Editor/PropertyEditor, IDetailLayoutBuilder (5.3, 5.5), ECategoryPriority. */
namespace ECategoryPriority
{
enum Type { Variable = 0, Transform, Important, TypeSpecific, Default, Uncommon };
}
class IDetailLayoutBuilder
{
public:
	virtual ~IDetailLayoutBuilder();
	static FSlateFontInfo GetDetailFont();
	static FSlateFontInfo GetDetailFontBold();
	virtual void GetObjectsBeingCustomized(TArray<TWeakObjectPtr<UObject>>& Objects) const = 0;
	virtual IDetailCategoryBuilder& EditCategory(FName Name, const FText& Shown = FText::GetEmpty(), ECategoryPriority::Type Priority = ECategoryPriority::Default) = 0;
	virtual void HideCategory(FName Name) = 0;
	virtual void ForceRefreshDetails() = 0;
};
