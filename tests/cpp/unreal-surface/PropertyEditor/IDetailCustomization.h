#pragma once

#include "CoreMinimal.h"

class IDetailLayoutBuilder;
/** Page: API/Editor/PropertyEditor, IDetailCustomization (5.3 to 5.5). Used by: hulefei/UICommandDemo; "Details Panel Customizations in Unreal Engine". */
class IDetailCustomization : public TSharedFromThis<IDetailCustomization>
{
public:
	virtual ~IDetailCustomization();
	virtual void CustomizeDetails(IDetailLayoutBuilder& Builder) = 0;
	/** For those that refresh later: the builder may be gone by then. */
	virtual void CustomizeDetails(const TSharedPtr<IDetailLayoutBuilder>& Builder);
};
