#pragma once

#include "UObject/ObjectMacros.h"

class FArchive;
class FProperty;
class UClass;
class UWorld;
class ITargetPlatform;
struct FPropertyChangedEvent;
struct FPropertyChangedChainEvent;
class FObjectInitializer
{
public:
	static const FObjectInitializer& Get();
	template <typename T> const FObjectInitializer& SetDefaultSubobjectClass(FName Name) const;
};
class FObjectPreSaveContext;

/** Page: API/Runtime/CoreUObject/UObject, UObject, UObjectBaseUtility. */
class UObject
{
public:
	UObject();
	explicit UObject(const FObjectInitializer& Initializer);
	virtual ~UObject();
	static UClass* StaticClass();
	UClass* GetClass() const;
	FString GetName() const;
	FName GetFName() const;
	FString GetPathName(const UObject* Stop = nullptr) const;
	UObject* GetOuter() const;
	template <typename T> T* GetTypedOuter() const;
	bool IsA(const UClass* Class) const;
	template <typename T> bool IsA() const;
	bool IsTemplate(EObjectFlags Types = RF_ClassDefaultObject) const;
	bool HasAnyFlags(EObjectFlags Flags) const;
	bool MarkPackageDirty() const;
	bool Modify(bool bAlwaysMarkDirty = true);
	template <typename T> T* CreateDefaultSubobject(FName Name, bool bTransient = false);
	virtual UWorld* GetWorld() const;
	virtual void PostInitProperties();
	virtual void PostLoad();
	virtual void PostDuplicate(bool bDuplicateForPIE);
	virtual void BeginDestroy();
	virtual void Serialize(FArchive& Archive);
	virtual void PreSave(FObjectPreSaveContext Context);
	void SaveConfig();
	bool TryUpdateDefaultConfigFile(const FString& Filename = FString(), bool bWarnIfFail = true);
#if WITH_EDITOR
	virtual void PostEditChangeProperty(FPropertyChangedEvent& Event);
	virtual void PostEditImport();
	virtual bool CanEditChange(const FProperty* Property) const;
#endif
};
