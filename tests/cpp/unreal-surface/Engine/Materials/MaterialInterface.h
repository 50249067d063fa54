#pragma once

#include "UObject/UObjectGlobals.h"

/** Page: API/Runtime/Engine, FHashedMaterialParameterInfo, which is FMemoryImageMaterialParameterInfo (5.0, 5.4); public plugins make it of a name alone. */
struct FHashedMaterialParameterInfo
{
	FHashedMaterialParameterInfo(const FName& InName);
};
/** Page: API/Runtime/Engine/Materials, UMaterialInterface (5.5). */
class UMaterialInterface : public UObject
{
public:
	static UClass* StaticClass();
	bool GetScalarParameterValue(const FHashedMaterialParameterInfo& ParameterInfo, float& OutValue, bool bOveriddenOnly = false) const;
	bool GetVectorParameterValue(const FHashedMaterialParameterInfo& ParameterInfo, FLinearColor& OutValue, bool bOveriddenOnly = false) const;
};
