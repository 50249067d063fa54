#pragma once

#include "Fonts/SlateFontInfo.h"
#include "Styling/SlateBrush.h"
#include "UObject/NameTypes.h"

/** Page: API/Runtime/SlateCore/Styling, ISlateStyle. */
class ISlateStyle
{
public:
	virtual ~ISlateStyle();
	virtual const FName& GetStyleSetName() const = 0;
	virtual const FSlateBrush* GetBrush(const FName Name, const ANSICHAR* Specifier = nullptr, const ISlateStyle* Requester = nullptr) const = 0;
};
