#pragma once

#include "UObject/Object.h"

/** Page: API/Runtime/CoreUObject/UObject, TObjectIterator (5.1, newest). Class default objects are left out. */
template <typename T> class TObjectIterator
{
public:
	TObjectIterator();
	explicit operator bool() const;
	T* operator*() const;
	T* operator->() const;
	void operator++();
};
