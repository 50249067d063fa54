#pragma once

#include "Templates/UnrealTemplate.h"

/** Page: API/Runtime/Core/Templates, TFunction, TFunctionRef (5.0, 5.1, 5.3, newest). A TFunctionRef owns nothing. */
template <typename Signature> class TFunction;
template <typename Result, typename... Arguments> class TFunction<Result(Arguments...)>
{
public:
	TFunction(TYPE_OF_NULLPTR = nullptr);
	template <typename Callable, typename = std::enable_if_t<std::is_invocable_r_v<Result, Callable, Arguments...>>> TFunction(Callable&& Function) {}
	Result operator()(Arguments... Args) const;
	explicit operator bool() const;
	bool IsSet() const;
};
template <typename Signature> class TFunctionRef;
template <typename Result, typename... Arguments> class TFunctionRef<Result(Arguments...)>
{
public:
	template <typename Callable, typename = std::enable_if_t<std::is_invocable_r_v<Result, Callable, Arguments...>>> TFunctionRef(Callable&& Function) {}
	Result operator()(Arguments... Args) const;
};
