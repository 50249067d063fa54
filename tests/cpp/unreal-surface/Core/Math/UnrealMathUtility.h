#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/Math, FMath; API/Runtime/Core/GenericPlatform, FGenericPlatformMath (5.3, 5.4, newest). */
struct FMath
{
	template <typename T> static constexpr T Min(T A, std::type_identity_t<T> B) { return B < A ? B : A; }
	template <typename T> static constexpr T Max(T A, std::type_identity_t<T> B) { return A < B ? B : A; }
	template <typename T> static constexpr T Clamp(T Value, std::type_identity_t<T> Low, std::type_identity_t<T> High) { return Max(Low, Min(Value, High)); }
	template <typename T, typename U> static T Lerp(const T& A, const T& B, const U& Alpha);
	static double FloorToDouble(double Value);
	static bool IsFinite(double Value);
};
