#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/Misc, FFrameNumber (5.5, newest): of a signed integer, and of nothing else. */
struct FFrameNumber
{
	FFrameNumber();
	template <typename T, typename = std::enable_if_t<std::is_integral_v<T> && std::is_signed_v<T>>> FFrameNumber(T InValue);
};
