#pragma once
#include "UObject/ObjectPtr.h"
/** Page: API/Runtime/Core/UObject, TWeakObjectPtr. */
template <typename T> struct TWeakObjectPtr
{
	TWeakObjectPtr();
	TWeakObjectPtr(TYPE_OF_NULLPTR);
	template <typename Other, typename = std::enable_if_t<std::is_convertible_v<Other*, T*>>> TWeakObjectPtr(Other* Object);
	template <typename Other, typename = std::enable_if_t<std::is_convertible_v<Other*, T*>>> TWeakObjectPtr(const TObjectPtr<Other>& Object);
	T* Get() const;
	T* operator->() const;
	T& operator*() const;
	bool IsValid() const;
	void Reset();
	explicit operator bool() const;
	bool operator==(const TWeakObjectPtr& Other) const;
	bool operator==(const T* Other) const;
};
