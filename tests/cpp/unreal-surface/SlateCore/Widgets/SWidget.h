#pragma once

#include "CoreMinimal.h"
#include "Layout/Margin.h"
#include "Layout/Visibility.h"
#include "Misc/Attribute.h"

/** Page: API/Runtime/SlateCore/Widgets, SWidget. */
class SWidget : public TSharedFromThis<SWidget>
{
public:
	virtual ~SWidget();
	void SetEnabled(bool bEnabled);
	void SetVisibility(TAttribute<EVisibility> Visibility);
};
