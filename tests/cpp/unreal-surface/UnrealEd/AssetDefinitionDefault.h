#pragma once

#include "AssetDefinition.h"

/** Page: API/Editor/UnrealEd, UAssetDefinitionDefault (since 5.2). Used by: AKaKLya/MatHelper, hggzhang/UE_Editor_EX_Baisc. */
class UAssetDefinitionDefault : public UAssetDefinition
{
public:
	static UClass* StaticClass();
	FText GetAssetDisplayName() const override = 0;
	FLinearColor GetAssetColor() const override = 0;
	TSoftClassPtr<UObject> GetAssetClass() const override = 0;
	TConstArrayView<FAssetCategoryPath> GetAssetCategories() const override;
};
