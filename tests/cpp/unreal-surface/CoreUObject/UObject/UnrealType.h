#pragma once
#include "UObject/Class.h"
/** Page: API/Runtime/CoreUObject/UObject, FProperty, FPropertyChangedEvent. */
class FProperty
{
public:
	FName GetFName() const;
	FString GetName() const;
};
struct FPropertyChangedEvent
{
	explicit FPropertyChangedEvent(FProperty* InProperty);
	FName GetPropertyName() const;
	FName GetMemberPropertyName() const;
	FProperty* Property;
	FProperty* MemberProperty;
};
#define GET_MEMBER_NAME_CHECKED(Class, Member) ((void)sizeof(&Class::Member), FName(TEXT(#Member)))
