#pragma once
#include "UObject/Class.h"
/** Page: API/Runtime/CoreUObject/Templates, Cast. */
template <typename To, typename From> To* Cast(From* Object)
{
	static_assert(std::is_base_of_v<UObject, To>, "Cast to what is no UObject");
	return nullptr;
}
