#pragma once
#include "Templates/Casts.h"
#include "Templates/SubclassOf.h"
#include "UObject/ObjectPtr.h"
class UPackage;
/** Pages: API/Runtime/CoreUObject/UObject: NewObject, GetTransientPackage, LoadObject, IsValid, GetDefault. */
UPackage* GetTransientPackage();
template <typename T> T* NewObject(UObject* Outer = nullptr)
{
	static_assert(std::is_base_of_v<UObject, T>, "NewObject of what is no UObject");
	return nullptr;
}
template <typename T> T* NewObject(UObject* Outer, FName Name, EObjectFlags Flags = RF_NoFlags);
template <typename T> T* NewObject(UObject* Outer, const UClass* Class, FName Name = NAME_None, EObjectFlags Flags = RF_NoFlags);
template <typename T> T* LoadObject(UObject* Outer, const TCHAR* Name);
bool IsValid(const UObject* Object);
template <typename T> const T* GetDefault();
template <typename T> T* GetMutableDefault();
/** Page: API/Runtime/CoreUObject/UObject, FReferenceCollector, FGCObject. */
class FReferenceCollector
{
public:
	template <typename T> void AddReferencedObject(TObjectPtr<T>& Object);
};
/** Page: API/Runtime/CoreUObject/UObject, FCoreUObjectDelegates. */
struct FCoreUObjectDelegates
{
	DECLARE_MULTICAST_DELEGATE_TwoParams(FOnObjectPropertyChanged, UObject*, FPropertyChangedEvent&);
	static FOnObjectPropertyChanged OnObjectPropertyChanged;
};
