#pragma once

#include "Containers/Array.h"

/** Page: "TSet: Sets in Unreal Engine"; API/Runtime/Core/Containers, TSet. */
template <typename T> class TSet
{
public:
	TSet();
	TSet(std::initializer_list<T> Items);
	int32 Num() const;
	bool IsEmpty() const;
	void Add(const T& Item);
	void Add(const T& Item, bool* bIsAlreadyInSet);
	bool Contains(const T& Item) const;
	int32 Remove(const T& Item);
	void Reset();
	void Empty(int32 Slack = 0);
	const T* begin() const;
	const T* end() const;
};
