#pragma once

#include "Templates/UnrealTemplate.h"

/** Page: API/Runtime/Core/Misc, TOptional (5.1, 5.4 to 5.6, newest). GetValue of one that is not set is undefined. */
template <typename T> struct TOptional
{
	TOptional();
	TOptional(const T& Value);
	bool IsSet() const;
	const T& GetValue() const;
	T& GetValue();
};
