#pragma once

#include "Components/SceneComponent.h"

class UMaterialInterface;
class UMaterialInstanceDynamic;

/** Page: API/Runtime/Engine/Components, UPrimitiveComponent (5.2 to 5.5). */
class UPrimitiveComponent : public USceneComponent
{
public:
	static UClass* StaticClass();
	virtual UMaterialInterface* GetMaterial(int32 ElementIndex) const;
	virtual int32 GetNumMaterials() const;
	virtual UMaterialInstanceDynamic* CreateDynamicMaterialInstance(int32 ElementIndex, UMaterialInterface* SourceMaterial = nullptr, FName OptionalName = NAME_None);
};
