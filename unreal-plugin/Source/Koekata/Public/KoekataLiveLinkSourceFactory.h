#pragma once

#include "CoreMinimal.h"
#include "LiveLinkSourceFactory.h"

#include "KoekataLiveLinkSourceFactory.generated.h"

/** Makes sources of Koekata for the window Live Link, for presets and at run time. */
UCLASS()
class KOEKATA_API UKoekataLiveLinkSourceFactory : public ULiveLinkSourceFactory
{
	GENERATED_BODY()

public:
	virtual FText GetSourceDisplayName() const override;
	virtual FText GetSourceTooltip() const override;
	virtual EMenuType GetMenuType() const override { return EMenuType::SubPanel; }
	virtual TSharedPtr<SWidget> BuildCreationPanel(FOnLiveLinkSourceCreated OnCreated) const override;
	virtual TSharedPtr<ILiveLinkSource> CreateSource(const FString& ConnectionString) const override;
};
