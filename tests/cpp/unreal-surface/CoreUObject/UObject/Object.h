#pragma once

#include "UObject/ObjectMacros.h"

class UClass;
class UWorld;

/** Page: API/Runtime/CoreUObject/UObject, UObject, UObjectBaseUtility (5.3 to 5.5, newest). */
class UObject
{
public:
	UObject();
	virtual ~UObject();
	static UClass* StaticClass();
	FString GetName() const;
	FName GetFName() const;
	FString GetPathName(const UObject* Stop = nullptr) const;
	bool IsTemplate(EObjectFlags Types = RF_ClassDefaultObject) const;
	bool HasAnyFlags(EObjectFlags Flags) const;
	bool MarkPackageDirty() const;
	virtual bool Modify(bool bAlwaysMarkDirty = true);
	virtual UWorld* GetWorld() const;
	virtual void PostInitProperties();
	virtual void PostLoad();
};
