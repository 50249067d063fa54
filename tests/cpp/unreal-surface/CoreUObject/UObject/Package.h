#pragma once
#include "UObject/Object.h"
/** Page: API/Runtime/CoreUObject/UObject, UPackage. */
class UPackage : public UObject
{
};
