#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

/** The small functions of mappings/SPEC.md, "Evaluation". A value that is absent there is NaN here. */
namespace Koekata
{
inline constexpr double Absent = std::numeric_limits<double>::quiet_NaN();

/** By bits, so that no option of a compiler takes the test away. */
inline uint64_t MagnitudeBits(double Value)
{
	uint64_t Bits = 0;
	std::memcpy(&Bits, &Value, sizeof(Bits));
	return Bits & 0x7FFFFFFFFFFFFFFFull;
}

inline bool IsFinite(double Value)
{
	return MagnitudeBits(Value) < 0x7FF0000000000000ull;
}

inline bool IsAbsent(double Value)
{
	return MagnitudeBits(Value) > 0x7FF0000000000000ull;
}

inline bool IsHere(double Value)
{
	return !IsAbsent(Value);
}

inline double Clamp(double Value, double Low, double High)
{
	return std::min(std::max(Value, Low), High);
}

/** H: exactly at a threshold, nothing changes. */
inline bool Hysteresis(bool bState, double Value, double On, double Off)
{
	return Value > On ? true : Value < Off ? false : bState;
}

/** R: a linear fade. */
inline double Ramp(double Weight, bool bState, double Dt, double FadeIn, double FadeOut)
{
	if (bState)
	{
		return FadeIn > 0.0 ? std::min(1.0, Weight + Dt / FadeIn) : 1.0;
	}
	return FadeOut > 0.0 ? std::max(0.0, Weight - Dt / FadeOut) : 0.0;
}
} // namespace Koekata
