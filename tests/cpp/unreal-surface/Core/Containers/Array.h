#pragma once

#include "Templates/UnrealTemplate.h"

#include <initializer_list>

/** Page: API/Runtime/Core/Containers, TArrayView. */
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
template <typename T> TArrayView<T> MakeArrayView(T* Data, int32 Count);

/** Page: "TArray: Arrays in Unreal Engine"; API/Runtime/Core/Containers, TArray. */
template <typename T, typename Allocator = void> class TArray
{
public:
	using ElementType = T;
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
	T& Last(int32 FromEnd = 0);
	const T& Last(int32 FromEnd = 0) const;
	int32 Add(const T& Item);
	int32 Add(T&& Item);
	T& Add_GetRef(const T& Item);
	template <typename... Arguments> int32 Emplace(Arguments&&... Args);
	template <typename... Arguments> T& Emplace_GetRef(Arguments&&... Args);
	int32 AddUnique(const T& Item);
	T& AddDefaulted_GetRef();
	int32 AddDefaulted(int32 Count = 1);
	void Append(const TArray& Other);
	void Append(const T* Data, int32 Count);
	int32 Insert(const T& Item, int32 Index);
	void Init(const T& Item, int32 Count);
	void Reset(int32 Slack = 0);
	void Empty(int32 Slack = 0);
	void Reserve(int32 Count);
	void SetNum(int32 Count);
	void SetNumZeroed(int32 Count);
	void SetNumUninitialized(int32 Count);
	int32 Remove(const T& Item);
	int32 RemoveSingle(const T& Item);
	void RemoveAt(int32 Index);
	void RemoveAtSwap(int32 Index);
	template <typename Predicate> int32 RemoveAll(const Predicate& Test)
	{
		static_cast<void>(static_cast<bool>(Test(*GetData())));
		return 0;
	}
	template <typename Key> bool Contains(const Key& Item) const;
	template <typename Predicate> bool ContainsByPredicate(Predicate Test) const
	{
		static_cast<void>(static_cast<bool>(Test(*GetData())));
		return false;
	}
	int32 Find(const T& Item) const;
	int32 IndexOfByKey(const T& Item) const;
	template <typename Key> T* FindByKey(const Key& Item);
	template <typename Key> const T* FindByKey(const Key& Item) const;
	template <typename Predicate> int32 IndexOfByPredicate(Predicate Test) const
	{
		static_cast<void>(static_cast<bool>(Test(*GetData())));
		return 0;
	}
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
	void Sort();
	template <typename Predicate> void Sort(const Predicate& Less)
	{
		static_cast<void>(static_cast<bool>(Less(*GetData(), *GetData())));
	}
	void Push(const T& Item);
	T Pop();
	T* begin();
	T* end();
	const T* begin() const;
	const T* end() const;
};
template <typename T, typename A> bool operator==(const TArray<T, A>&, const TArray<T, A>&);
template <typename T, typename A> bool operator!=(const TArray<T, A>&, const TArray<T, A>&);
template <int32 Count> class TInlineAllocator;
