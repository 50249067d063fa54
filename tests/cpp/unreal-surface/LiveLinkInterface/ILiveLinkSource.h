#pragma once

#include "CoreMinimal.h"
#include "Templates/SubclassOf.h"

class ILiveLinkClient;
class ULiveLinkSourceSettings;
struct FPropertyChangedEvent;

/** Page: API/Runtime/LiveLinkInterface, ILiveLinkSource (5.4; OnSettingsChanged 5.3, 5.5). InitializeSettings comes after ReceiveClient. */
class ILiveLinkSource
{
public:
	virtual ~ILiveLinkSource() {}
	virtual bool CanBeDisplayedInUI() const { return true; }
	virtual void ReceiveClient(ILiveLinkClient* InClient, FGuid InSourceGuid) = 0;
	virtual void InitializeSettings(ULiveLinkSourceSettings*) {}
	virtual void Update() {}
	virtual bool IsSourceStillValid() const = 0;
	virtual bool RequestSourceShutdown() = 0;
	virtual FText GetSourceType() const = 0;
	virtual FText GetSourceMachineName() const = 0;
	virtual FText GetSourceStatus() const = 0;
	virtual TSubclassOf<ULiveLinkSourceSettings> GetSettingsClass() const { return nullptr; }
	virtual void OnSettingsChanged(ULiveLinkSourceSettings*, const FPropertyChangedEvent&) {}
};
