#pragma once

#include "Templates/UnrealTemplate.h"

/** Page: API/Runtime/Core/Misc, TOptional. */
template <typename T> struct TOptional
{
	TOptional();
	TOptional(const T& Value);
	bool IsSet() const;
	const T& GetValue() const;
	T& GetValue();
};
