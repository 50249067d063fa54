#pragma once

#include "Containers/Array.h"

/** Page: "TSet: Sets in Unreal Engine"; API/Runtime/Core/Containers, TSet. Of FString, `a` and `A` are one item. */
template <typename T> class TSet
{
public:
	TSet();
	void Add(const T& Item);
	bool Contains(const T& Item) const;
};
