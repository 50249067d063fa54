#pragma once

#include "Delegates/Delegate.h"
#include "Internationalization/Text.h"

/** Page: API/Runtime/Core/Misc, TAttribute (5.1, 5.4, newest). */
template <typename T> class TAttribute
{
public:
	using FGetter = TDelegate<T()>;
	TAttribute();
	template <typename Other, typename = std::enable_if_t<std::is_convertible_v<Other, T>>> TAttribute(const Other& Value);
	static TAttribute Create(const FGetter& Getter);
	template <typename Lambda> static TAttribute CreateLambda(Lambda&& Function)
	{
		static_assert(std::is_invocable_r_v<T, Lambda>, "the lambda does not give what the attribute holds");
		return TAttribute();
	}
	const T& Get() const;
	T Get(const T& Otherwise) const;
	bool IsBound() const;
	bool IsSet() const;
};
