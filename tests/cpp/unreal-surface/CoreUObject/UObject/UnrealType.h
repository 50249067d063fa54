#pragma once
#include "UObject/Class.h"
/** Page: API/Runtime/CoreUObject/UObject, FPropertyChangedEvent. */
struct FPropertyChangedEvent
{
};
