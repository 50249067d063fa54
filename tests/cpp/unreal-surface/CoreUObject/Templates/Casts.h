#pragma once
#include "UObject/Class.h"
/** Page: API/Runtime/CoreUObject/Templates, Cast (5.4, 5.5, newest); of what is const it gives what is const. */
template <typename To, typename From> std::conditional_t<std::is_const_v<From>, const To, To>* Cast(From* Object)
{
	static_assert(std::is_base_of_v<UObject, To>, "Cast to what is no UObject");
	return nullptr;
}
