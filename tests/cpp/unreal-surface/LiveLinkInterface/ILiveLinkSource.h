#pragma once

#include "CoreMinimal.h"
#include "Misc/EngineVersionComparison.h"
#include "Templates/SubclassOf.h"

class ILiveLinkClient;
class ULiveLinkSourceSettings;
struct FPropertyChangedEvent;

/** Page: API/Runtime/LiveLinkInterface, ILiveLinkSource (5.4, and without a version: 5.6 has GetSourceToolTip as well). */
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
#if !UE_VERSION_OLDER_THAN(5, 6, 0)
	virtual FText GetSourceToolTip() const { return FText(); }
#endif
	virtual TSubclassOf<ULiveLinkSourceSettings> GetSettingsClass() const { return nullptr; }
	virtual void OnSettingsChanged(ULiveLinkSourceSettings*, const FPropertyChangedEvent&) {}
};
