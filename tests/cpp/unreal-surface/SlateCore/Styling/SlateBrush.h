#pragma once

#include "Math/Vector2D.h"

/** Page: API/Runtime/SlateCore/Styling, FSlateBrush. */
struct FSlateBrush
{
	virtual ~FSlateBrush();
};
