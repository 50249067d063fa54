#pragma once

#include "Templates/UnrealTemplate.h"

/** Page: API/Runtime/Core/Templates, TUniquePtr (5.0, 5.3 to 5.5, newest). */
template <typename T> class TUniquePtr
{
public:
	TUniquePtr();
	TUniquePtr(TYPE_OF_NULLPTR);
	explicit TUniquePtr(T* Pointer);
	TUniquePtr(TUniquePtr&& Other);
	template <typename Other, typename = std::enable_if_t<std::is_convertible_v<Other*, T*>>> TUniquePtr(TUniquePtr<Other>&& From);
	TUniquePtr(const TUniquePtr&) = delete;
	~TUniquePtr();
	TUniquePtr& operator=(TUniquePtr&& Other);
	TUniquePtr& operator=(TYPE_OF_NULLPTR);
	bool IsValid() const;
	explicit operator bool() const;
	T* operator->() const;
	T& operator*() const;
	T* Get() const;
	T* Release();
	void Reset(T* Pointer = nullptr);
};
template <typename T> bool operator==(const TUniquePtr<T>&, TYPE_OF_NULLPTR);
template <typename T> bool operator!=(const TUniquePtr<T>&, TYPE_OF_NULLPTR);
template <typename T, typename... Arguments> TUniquePtr<T> MakeUnique(Arguments&&... Args)
{
	return TUniquePtr<T>(new T(static_cast<Arguments&&>(Args)...));
}
