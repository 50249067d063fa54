#pragma once

#include "Components/PrimitiveComponent.h"

/** Page: API/Runtime/Engine/Components, UMeshComponent (5.0); both are of UPrimitiveComponent since (5.4, 5.5), so that they are asked for here. */
class UMeshComponent : public UPrimitiveComponent
{
public:
	static UClass* StaticClass();
	virtual TArray<FName> GetMaterialSlotNames() const;
};
