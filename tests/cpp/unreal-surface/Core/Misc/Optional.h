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
	const T& Get(const T& Otherwise) const;
	T* operator->();
	const T& operator*() const;
	explicit operator bool() const;
	template <typename... Arguments> T& Emplace(Arguments&&... Args);
	void Reset();
};
