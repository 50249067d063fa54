#pragma once

#include "Templates/UnrealTemplate.h"

/** Page: "Unreal Smart Pointer Library"; API/Runtime/Core/Templates, TSharedRef, TSharedPtr, TWeakPtr, TSharedFromThis (5.2 to 5.5, newest): ThreadSafe by itself. */
enum class ESPMode : uint8 { NotThreadSafe = 0, ThreadSafe = 1 };

template <class T, ESPMode Mode = ESPMode::ThreadSafe> class TSharedPtr;
template <class T, ESPMode Mode = ESPMode::ThreadSafe> class TWeakPtr;

namespace SurfacePointers
{
template <typename From, typename To> using TIfConverts = std::enable_if_t<std::is_convertible_v<From*, To*>>;
}

template <class T, ESPMode Mode = ESPMode::ThreadSafe> class TSharedRef
{
public:
	template <typename Other, typename = SurfacePointers::TIfConverts<Other, T>> explicit TSharedRef(Other* Object);
	template <typename Other, typename = SurfacePointers::TIfConverts<Other, T>> TSharedRef(const TSharedRef<Other, Mode>& From);
	TSharedRef(const TSharedRef& From);
	TSharedRef& operator=(const TSharedRef& From);
	~TSharedRef();
	T& Get() const;
	T& operator*() const;
	T* operator->() const;
};

template <class T, ESPMode Mode> class TSharedPtr
{
public:
	TSharedPtr();
	TSharedPtr(TYPE_OF_NULLPTR);
	template <typename Other, typename = SurfacePointers::TIfConverts<Other, T>> explicit TSharedPtr(Other* Object);
	template <typename Other, typename = SurfacePointers::TIfConverts<Other, T>> TSharedPtr(const TSharedPtr<Other, Mode>& From);
	template <typename Other, typename = SurfacePointers::TIfConverts<Other, T>> TSharedPtr(const TSharedRef<Other, Mode>& From);
	TSharedPtr(const TSharedPtr& From);
	TSharedPtr& operator=(const TSharedPtr& From);
	TSharedPtr& operator=(TYPE_OF_NULLPTR);
	~TSharedPtr();
	TSharedRef<T, Mode> ToSharedRef() const;
	T* Get() const;
	explicit operator bool() const;
	bool IsValid() const;
	T& operator*() const;
	T* operator->() const;
	void Reset();
};

template <class T, ESPMode Mode> class TWeakPtr
{
public:
	TWeakPtr(TYPE_OF_NULLPTR = nullptr);
	template <typename Other, typename = SurfacePointers::TIfConverts<Other, T>> TWeakPtr(const TSharedRef<Other, Mode>& From);
	template <typename Other, typename = SurfacePointers::TIfConverts<Other, T>> TWeakPtr(const TSharedPtr<Other, Mode>& From);
	TSharedPtr<T, Mode> Pin() const;
	bool IsValid() const;
	void Reset();
};

template <class T, class U, ESPMode Mode> bool operator==(const TSharedPtr<T, Mode>&, const TSharedPtr<U, Mode>&);
template <class T, class U, ESPMode Mode> bool operator==(const TSharedRef<T, Mode>&, const TSharedRef<U, Mode>&);
template <class T, ESPMode Mode> bool operator==(const TSharedPtr<T, Mode>&, TYPE_OF_NULLPTR);

template <class T, ESPMode Mode = ESPMode::ThreadSafe> class TSharedFromThis
{
protected:
	TSharedFromThis() {}
	TSharedFromThis(const TSharedFromThis&) {}
	~TSharedFromThis() {}
};

template <typename T, ESPMode Mode = ESPMode::ThreadSafe, typename... Arguments> TSharedRef<T, Mode> MakeShared(Arguments&&... Args)
{
	return TSharedRef<T, Mode>(new T(static_cast<Arguments&&>(Args)...));
}
