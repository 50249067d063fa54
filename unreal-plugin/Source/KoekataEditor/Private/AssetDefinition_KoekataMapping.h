#pragma once

#include "AssetDefinitionDefault.h"

#include "AssetDefinition_KoekataMapping.generated.h"

/** How mapping assets look in the content browser. */
UCLASS()
class UAssetDefinition_KoekataMapping : public UAssetDefinitionDefault
{
	GENERATED_BODY()

public:
	virtual FText GetAssetDisplayName() const override;
	virtual FLinearColor GetAssetColor() const override;
	virtual TSoftClassPtr<UObject> GetAssetClass() const override;
	virtual TConstArrayView<FAssetCategoryPath> GetAssetCategories() const override;
	virtual bool CanImport() const override;
};
