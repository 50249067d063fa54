#pragma once

#include "CoreTypes.h"

// Page: API/Runtime/Core/Templates: MoveTemp, Forward, Swap.
template <typename T> constexpr std::remove_reference_t<T>&& MoveTemp(T&& Value)
{
	static_assert(std::is_lvalue_reference_v<T>, "MoveTemp of what is no lvalue");
	static_assert(!std::is_const_v<std::remove_reference_t<T>>, "MoveTemp of what is const");
	return static_cast<std::remove_reference_t<T>&&>(Value);
}
template <typename T> constexpr T&& Forward(std::remove_reference_t<T>& Value) { return static_cast<T&&>(Value); }
template <typename T> void Swap(T& A, T& B) { std::swap(A, B); }

/** Page: API/Runtime/Core/Templates, TGuardValue. */
template <typename T> struct TGuardValue
{
	TGuardValue(T& Reference, const T& NewValue);
	~TGuardValue();
};

/** Page: API/Runtime/Core/Templates, FNoncopyable. */
class FNoncopyable
{
protected:
	FNoncopyable() {}
	~FNoncopyable() {}

private:
	FNoncopyable(const FNoncopyable&);
	FNoncopyable& operator=(const FNoncopyable&);
};
