#pragma once

#include "Materials/MaterialInstance.h"

/** Page: API/Runtime/Engine/Materials, UMaterialInstanceDynamic (InitializeMID 5.4, Create 5.3): its name is made up, its parent is not. */
class UMaterialInstanceDynamic : public UMaterialInstance
{
public:
	static UClass* StaticClass();
	void SetScalarParameterValue(FName ParameterName, float Value);
	void SetVectorParameterValue(FName ParameterName, FLinearColor Value);
};
