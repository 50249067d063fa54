#pragma once
#include "Templates/Casts.h"
#include "Templates/SubclassOf.h"
#include "UObject/ObjectPtr.h"
class UPackage;
/** Pages: API/Runtime/CoreUObject/UObject: NewObject (5.4, newest), GetTransientPackage, GetDefault (5.4, 5.5, newest). */
UPackage* GetTransientPackage();
template <typename T> T* NewObject(UObject* Outer = nullptr)
{
	static_assert(std::is_base_of_v<UObject, T>, "NewObject of what is no UObject");
	return nullptr;
}
template <typename T> T* NewObject(UObject* Outer, FName Name, EObjectFlags Flags = RF_NoFlags);
template <typename T> T* NewObject(UObject* Outer, const UClass* Class, FName Name = NAME_None, EObjectFlags Flags = RF_NoFlags);
template <typename T> const T* GetDefault();
