#pragma once

#include "Math/Color.h"
#include "UObject/SoftObjectPtr.h"
#include "UObject/UObjectGlobals.h"

/**
 * Page: API/Editor/AssetDefinition, UAssetDefinition, FAssetCategoryPath (5.5), EAssetCategoryPaths (5.1 to 5.4). Used by:
 * lifelike-and-believable/VMCLiveLink AssetDefinition_VMCLiveLinkMappingAsset.cpp, AKaKLya/MatHelper, ruyo/VRM4U.
 */
struct FAssetCategoryPath
{
	FAssetCategoryPath(const FText& Category);
	FAssetCategoryPath(TConstArrayView<FText> Categories);
	FAssetCategoryPath(const FText& Category, const FText& Below);
	FAssetCategoryPath(const FAssetCategoryPath& Category, const FText& Below);
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
	virtual bool CanImport() const;
};
