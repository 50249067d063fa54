#pragma once

#include "CoreMinimal.h"
#include "ILiveLinkSource.h"
#include "UObject/Object.h"

class SWidget;

/** Page: API/Runtime/LiveLinkInterface, ULiveLinkSourceFactory (5.1, 5.4; CreateSource 5.3, 5.5). Used by: lifelike-and-believable/VMCLiveLink. */
class ULiveLinkSourceFactory : public UObject
{
public:
	static UClass* StaticClass();
	DECLARE_DELEGATE_TwoParams(FOnLiveLinkSourceCreated, TSharedPtr<ILiveLinkSource>, FString);
	enum class EMenuType { SubPanel, MenuEntry, Disabled };
	virtual FText GetSourceDisplayName() const { return FText(); }
	virtual FText GetSourceTooltip() const { return FText(); }
	virtual EMenuType GetMenuType() const { return EMenuType::Disabled; }
	virtual TSharedPtr<SWidget> BuildCreationPanel(FOnLiveLinkSourceCreated OnLiveLinkSourceCreated) const;
	virtual TSharedPtr<ILiveLinkSource> CreateSource(const FString& ConnectionString) const;
};
