#pragma once

#include "Templates/UnrealTemplate.h"

#include <initializer_list>

/** Page: API/Runtime/Core/Containers, TArrayView (newest). A view of what was made on the spot is of nothing soon. */
template <typename T> class TArrayView
{
public:
	TArrayView();
	TArrayView(T* Data, int32 Count);
	template <typename Range> TArrayView(Range&& Other);
	T* GetData() const;
	int32 Num() const;
	T& operator[](int32 Index) const;
	T* begin() const;
	T* end() const;
};
template <typename T> using TConstArrayView = TArrayView<const T>;

/**
 * Page: "TArray: Arrays in Unreal Engine"; API/Runtime/Core/Containers, TArray (5.0, newest). It moves its items as bytes: what
 * holds a std::string, or anything that may point into itself, belongs into a std::vector.
 */
template <typename T, typename Allocator = void> class TArray
{
public:
	TArray();
	TArray(std::initializer_list<T> Items);
	TArray(const T* Data, int32 Count);
	TArray(const TArray&);
	TArray(TArray&&);
	~TArray();
	TArray& operator=(const TArray&);
	TArray& operator=(TArray&&);
	TArray& operator=(std::initializer_list<T> Items);
	T* GetData();
	const T* GetData() const;
	int32 Num() const;
	bool IsEmpty() const;
	bool IsValidIndex(int32 Index) const;
	T& operator[](int32 Index);
	const T& operator[](int32 Index) const;
	int32 Add(const T& Item);
	int32 Add(T&& Item);
	T& Add_GetRef(const T& Item);
	int32 AddUnique(const T& Item);
	T& AddDefaulted_GetRef();
	void Append(const TArray& Other);
	void Append(const T* Data, int32 Count);
	void Init(const T& Item, int32 Count);
	void Reset(int32 Slack = 0);
	void Empty(int32 Slack = 0);
	void SetNumUninitialized(int32 Count);
	int32 Remove(const T& Item);
	template <typename Predicate> int32 RemoveAll(const Predicate& Test)
	{
		static_cast<void>(static_cast<bool>(Test(*GetData())));
		return 0;
	}
	template <typename Key> bool Contains(const Key& Item) const;
	int32 Find(const T& Item) const;
	template <typename Predicate> T* FindByPredicate(Predicate Test)
	{
		static_cast<void>(static_cast<bool>(Test(*GetData())));
		return nullptr;
	}
	template <typename Predicate> const T* FindByPredicate(Predicate Test) const
	{
		static_cast<void>(static_cast<bool>(Test(*GetData())));
		return nullptr;
	}
	T* begin();
	T* end();
	const T* begin() const;
	const T* end() const;
};
template <typename T, typename A> bool operator==(const TArray<T, A>&, const TArray<T, A>&);
template <typename T, typename A> bool operator!=(const TArray<T, A>&, const TArray<T, A>&);
