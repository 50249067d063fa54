#pragma once
#include "UObject/Class.h"
/** Page: API/Runtime/CoreUObject/Templates, TSubclassOf (5.1, newest). */
template <typename T> class TSubclassOf
{
public:
	TSubclassOf();
	TSubclassOf(UClass* Class);
	TSubclassOf(TYPE_OF_NULLPTR);
	template <typename Other, typename = std::enable_if_t<std::is_base_of_v<T, Other>>> TSubclassOf(const TSubclassOf<Other>& From);
	UClass* Get() const;
	UClass* operator->() const;
	operator UClass*() const;
	explicit operator bool() const;
};
