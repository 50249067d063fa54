#pragma once

#include "Containers/Array.h"

/** Page: "TMap: Maps in Unreal Engine", TPair. */
template <typename KeyType, typename ValueType> struct TPair
{
	TPair();
	TPair(const KeyType& InKey, const ValueType& InValue);
	KeyType Key;
	ValueType Value;
};

/**
 * Page: "TMap: Maps in Unreal Engine"; API/Runtime/Core/Containers, TMap. Of the maps of others the pairs are read; with FString as
 * the key, `a` and `A` are one entry.
 */
template <typename KeyType, typename ValueType> class TMap
{
public:
	int32 Num() const;
	TPair<KeyType, ValueType>* begin();
	TPair<KeyType, ValueType>* end();
	const TPair<KeyType, ValueType>* begin() const;
	const TPair<KeyType, ValueType>* end() const;
};
