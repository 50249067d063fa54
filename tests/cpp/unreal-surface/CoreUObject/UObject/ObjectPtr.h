#pragma once
#include "UObject/Object.h"
/** Page: API/Runtime/CoreUObject/UObject, TObjectPtr (5.3: API/Runtime/Core/Delegates). */
template <typename T> struct TObjectPtr
{
	TObjectPtr();
	TObjectPtr(TYPE_OF_NULLPTR);
	TObjectPtr(T* Object);
	template <typename Other, typename = std::enable_if_t<std::is_convertible_v<Other*, T*>>> TObjectPtr(const TObjectPtr<Other>& From);
	T* Get() const;
	operator T*() const;
	T* operator->() const;
	T& operator*() const;
};
template <typename To, typename From> To* Cast(const TObjectPtr<From>& Object);
