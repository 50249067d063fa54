#pragma once

#include "Containers/Array.h"

/** Page: API/Runtime/Core/Containers, TPair. */
template <typename KeyType, typename ValueType> struct TPair
{
	TPair();
	TPair(const KeyType& InKey, const ValueType& InValue);
	KeyType Key;
	ValueType Value;
};
template <typename KeyType, typename ValueType> using TTuple2 = TPair<KeyType, ValueType>;

/** Page: "TMap: Maps in Unreal Engine"; API/Runtime/Core/Containers, TMap. */
template <typename KeyType, typename ValueType> class TMap
{
public:
	TMap();
	TMap(std::initializer_list<TPair<KeyType, ValueType>> Items);
	int32 Num() const;
	bool IsEmpty() const;
	ValueType& Add(const KeyType& Key, const ValueType& Value);
	ValueType& Add(const KeyType& Key, ValueType&& Value);
	ValueType& Add(const KeyType& Key);
	template <typename V> ValueType& Emplace(const KeyType& Key, V&& Value);
	ValueType* Find(const KeyType& Key);
	const ValueType* Find(const KeyType& Key) const;
	ValueType FindRef(const KeyType& Key) const;
	ValueType& FindOrAdd(const KeyType& Key);
	ValueType& FindChecked(const KeyType& Key);
	const ValueType& FindChecked(const KeyType& Key) const;
	ValueType& operator[](const KeyType& Key);
	bool Contains(const KeyType& Key) const;
	int32 Remove(const KeyType& Key);
	void Reset();
	void Empty(int32 Slack = 0);
	void Reserve(int32 Count);
	int32 GetKeys(TArray<KeyType>& Keys) const;
	void GenerateKeyArray(TArray<KeyType>& Keys) const;
	TPair<KeyType, ValueType>* begin();
	TPair<KeyType, ValueType>* end();
	const TPair<KeyType, ValueType>* begin() const;
	const TPair<KeyType, ValueType>* end() const;

	/** Page: API/Runtime/Core/Containers, TMap: CreateIterator. */
	class TIterator
	{
	public:
		explicit operator bool() const;
		TIterator& operator++();
		KeyType& Key() const;
		ValueType& Value() const;
		void RemoveCurrent();
	};
	TIterator CreateIterator();
};
