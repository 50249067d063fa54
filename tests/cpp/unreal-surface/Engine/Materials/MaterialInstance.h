#pragma once

#include "Materials/MaterialInterface.h"
#include "UObject/ObjectPtr.h"

/** Page: API/Runtime/Engine/Materials, UMaterialInstance; PythonAPI MaterialInstance (5.4) for its parent. */
class UMaterialInstance : public UMaterialInterface
{
public:
	static UClass* StaticClass();
	TObjectPtr<UMaterialInterface> Parent;
};
