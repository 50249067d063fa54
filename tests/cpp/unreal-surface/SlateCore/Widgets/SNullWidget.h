#pragma once

#include "Widgets/SWidget.h"

/** Page: API/Runtime/SlateCore/Widgets, SNullWidget. */
class SNullWidget
{
public:
	static TSharedRef<SWidget> NullWidget;
};
