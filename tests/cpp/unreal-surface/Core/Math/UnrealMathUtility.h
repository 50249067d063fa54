#pragma once

#include "CoreTypes.h"

#define UE_PI (3.1415926535897932f)
#define UE_DOUBLE_PI (3.141592653589793238462643383279502884197169399)
#define UE_SMALL_NUMBER (1.e-8f)
#define UE_KINDA_SMALL_NUMBER (1.e-4f)

/** Page: API/Runtime/Core/Math, FMath. */
struct FMath
{
	template <typename T> static T Abs(T Value);
	template <typename T> static constexpr T Min(T A, std::type_identity_t<T> B) { return B < A ? B : A; }
	template <typename T> static constexpr T Max(T A, std::type_identity_t<T> B) { return A < B ? B : A; }
	template <typename T> static constexpr T Clamp(T Value, std::type_identity_t<T> Low, std::type_identity_t<T> High) { return Max(Low, Min(Value, High)); }
	template <typename T, typename U> static T Lerp(const T& A, const T& B, const U& Alpha);
	static int32 RoundToInt32(double Value);
	static int32 RoundToInt32(float Value);
	static int32 FloorToInt32(double Value);
	static double FloorToDouble(double Value);
	static int64 FloorToInt64(double Value);
	static double Frac(double Value);
	static double Exp(double Value);
	static bool IsNearlyEqual(double A, double B, double Tolerance = 1.e-8);
	static bool IsNearlyEqual(float A, float B, float Tolerance = 1.e-8f);
	static bool IsNearlyZero(double A, double Tolerance = 1.e-8);
	static bool IsNearlyZero(float A, float Tolerance = 1.e-8f);
	static bool IsFinite(double Value);
	static double DegreesToRadians(double Degrees);
	static double RadiansToDegrees(double Radians);
	static float FRand();
	static int32 RandRange(int32 Low, int32 High);
};
