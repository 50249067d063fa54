#pragma once

#include "CoreTypes.h"

/**
 * Page: API/Runtime/Core/Math, FMath (5.3 to 5.5; Lerp 5.0, 5.1, 5.4); API/Runtime/Core/GenericPlatform, FGenericPlatformMath (5.3, 5.4,
 * newest). Of two kinds of number only floats with doubles and signed integers may meet; here they are to be of one.
 */
struct FMath
{
	template <typename T> static constexpr T Min(T A, T B) { return B < A ? B : A; }
	template <typename T> static constexpr T Max(T A, T B) { return A < B ? B : A; }
	template <typename T> static constexpr T Clamp(T Value, T Low, T High) { return Max(Low, Min(Value, High)); }
	template <typename T, typename U> static T Lerp(const T& A, const T& B, const U& Alpha);
	static double FloorToDouble(double Value);
	static bool IsFinite(double Value);
};
