#pragma once

#include "UObject/Object.h"

/** Page: API/Runtime/CoreUObject/UObject, TObjectIterator. */
template <typename T> class TObjectIterator
{
public:
	TObjectIterator();
	explicit operator bool() const;
	T* operator*() const;
	T* operator->() const;
	void operator++();
};
