#pragma once

#include "CoreMinimal.h"

class IDetailLayoutBuilder;
/** Page: API/Editor/PropertyEditor, IDetailCustomization. In use: "Details Panel Customizations in Unreal Engine". */
class IDetailCustomization : public TSharedFromThis<IDetailCustomization>
{
public:
	virtual ~IDetailCustomization();
	virtual void CustomizeDetails(IDetailLayoutBuilder& Builder) = 0;
	virtual void PendingDelete();
};
