#pragma once

#include "Materials/MaterialInterface.h"

/** Page: API/Runtime/Engine/Materials, UMaterialInstanceDynamic; its base UMaterialInstance is left out. */
class UMaterialInstanceDynamic : public UMaterialInterface
{
public:
	static UClass* StaticClass();
	void SetScalarParameterValue(FName ParameterName, float Value);
	void SetVectorParameterValue(FName ParameterName, FLinearColor Value);
};
