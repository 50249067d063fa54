#pragma once

#include "CoreMinimal.h"
#include "Layout/Margin.h"
#include "Misc/Attribute.h"
#include "Types/WidgetActiveTimerDelegate.h"

/** Page: API/Runtime/SlateCore/Widgets, SWidget. Used by: lifelike-and-believable/VMCLiveLink SVMCMappingTable.cpp (RegisterActiveTimer). */
class SWidget : public TSharedFromThis<SWidget>
{
public:
	virtual ~SWidget();
	class FActiveTimerHandle;
	TSharedRef<FActiveTimerHandle> RegisterActiveTimer(float Period, FWidgetActiveTimerDelegate Function);
};
