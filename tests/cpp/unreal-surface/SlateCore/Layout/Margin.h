#pragma once

#include "Types/SlateEnums.h"

/** Page: API/Runtime/SlateCore/Layout, FMargin. */
struct FMargin
{
	FMargin();
	FMargin(float Uniform);
	FMargin(float Horizontal, float Vertical);
	FMargin(float Left, float Top, float Right, float Bottom);
};
