#pragma once

#include "CoreTypes.h"

struct FWeakObjectPtr;
template <typename T> struct TObjectPtr;

/**
 * Page: API/Runtime/Core/UObject, TWeakObjectPtr (5.5, newest). What it derives from is declared by UObject/WeakObjectPtr.h, of CoreUObject:
 * who has one as a member includes both.
 */
template <typename T, typename Base = FWeakObjectPtr> struct TWeakObjectPtr : private Base
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
