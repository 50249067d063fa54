#pragma once

#include "Engine/EngineBaseTypes.h"
#include "UObject/UObjectGlobals.h"
#include "UObject/WeakObjectPtr.h"
#include "UObject/WeakObjectPtrTemplates.h"

class AActor;
class UWorld;

/** Page: API/Runtime/Engine/Components, UActorComponent (AddTickPrerequisiteComponent: 5.1, 5.5; it takes effect while the other ticks). */
class UActorComponent : public UObject
{
public:
	static UClass* StaticClass();
	FActorComponentTickFunction PrimaryComponentTick;
	uint8 bTickInEditor : 1;
	uint8 bAutoActivate : 1;
	AActor* GetOwner() const;
	virtual UWorld* GetWorld() const override;
	virtual void AddTickPrerequisiteComponent(UActorComponent* PrerequisiteComponent);
	virtual void OnRegister();
	virtual void OnUnregister();
	virtual void TickComponent(float DeltaTime, ELevelTick TickType, FActorComponentTickFunction* ThisTickFunction);
};
