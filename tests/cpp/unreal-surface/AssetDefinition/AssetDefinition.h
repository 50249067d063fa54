#pragma once

#include "AssetRegistry/AssetData.h"
#include "Math/Color.h"
#include "UObject/SoftObjectPtr.h"
#include "UObject/UObjectGlobals.h"

/** Page: API/Editor/AssetDefinition, UAssetDefinition, FAssetCategoryPath, EAssetCategoryPaths (since 5.2). Used by: AKaKLya/MatHelper, ruyo/VRM4U. */
struct FAssetCategoryPath
{
	FAssetCategoryPath(FText Category);
	FAssetCategoryPath(FAssetCategoryPath Above, FText Category);
};
struct EAssetCategoryPaths
{
	static FAssetCategoryPath Animation;
	static FAssetCategoryPath Misc;
};
class UAssetDefinition : public UObject
{
public:
	static UClass* StaticClass();
	virtual FText GetAssetDisplayName() const = 0;
	virtual FLinearColor GetAssetColor() const = 0;
	virtual TSoftClassPtr<UObject> GetAssetClass() const = 0;
	virtual TConstArrayView<FAssetCategoryPath> GetAssetCategories() const;
	virtual FText GetAssetDescription(const FAssetData& Asset) const;
	virtual bool CanImport() const;
};
