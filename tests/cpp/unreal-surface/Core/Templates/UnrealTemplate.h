#pragma once

#include "CoreTypes.h"

// Page: API/Runtime/Core/Templates: MoveTemp.
template <typename T> constexpr std::remove_reference_t<T>&& MoveTemp(T&& Value)
{
	static_assert(std::is_lvalue_reference_v<T>, "MoveTemp of what is no lvalue");
	static_assert(!std::is_const_v<std::remove_reference_t<T>>, "MoveTemp of what is const");
	return static_cast<std::remove_reference_t<T>&&>(Value);
}
