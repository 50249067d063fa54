#include "AssetDefinition_KoekataMapping.h"

#include "KoekataMappingAsset.h"

#define LOCTEXT_NAMESPACE "AssetDefinition_KoekataMapping"

FText UAssetDefinition_KoekataMapping::GetAssetDisplayName() const
{
	return LOCTEXT("DisplayName", "Koekata Mapping Table");
}

FLinearColor UAssetDefinition_KoekataMapping::GetAssetColor() const
{
	return FLinearColor(0.8f, 0.3f, 0.4f);
}

TSoftClassPtr<UObject> UAssetDefinition_KoekataMapping::GetAssetClass() const
{
	return UKoekataMappingAsset::StaticClass();
}

TConstArrayView<FAssetCategoryPath> UAssetDefinition_KoekataMapping::GetAssetCategories() const
{
	static const auto Categories = {EAssetCategoryPaths::Animation};
	return Categories;
}

bool UAssetDefinition_KoekataMapping::CanImport() const
{
	return true;
}

#undef LOCTEXT_NAMESPACE
