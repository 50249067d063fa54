#pragma once

#include "Components/PrimitiveComponent.h"

/** Page: API/Runtime/Engine/Components, UMeshComponent. */
class UMeshComponent : public UPrimitiveComponent
{
public:
	static UClass* StaticClass();
	virtual TArray<FName> GetMaterialSlotNames() const;
	virtual int32 GetMaterialIndex(FName MaterialSlotName) const;
};
