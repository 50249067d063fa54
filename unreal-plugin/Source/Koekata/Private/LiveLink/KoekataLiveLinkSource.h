#pragma once

#include "CoreMinimal.h"
#include "ILiveLinkSource.h"
#include "KoekataConnection.h"
#include "KoekataLiveLinkFeed.h"
#include "KoekataReceiver.h"

class UKoekataLiveLinkSourceSettings;

/** The performers of one sidecar as subjects of Live Link. */
class FKoekataLiveLinkSource final : public ILiveLinkSource
{
public:
	explicit FKoekataLiveLinkSource(const FKoekataConnection& InConnection) : Connection(InConnection) {}
	virtual ~FKoekataLiveLinkSource() override;

	virtual void ReceiveClient(ILiveLinkClient* InClient, FGuid InSourceGuid) override;
	virtual void InitializeSettings(ULiveLinkSourceSettings* Settings) override;
	virtual void Update() override;
	virtual bool CanBeDisplayedInUI() const override { return true; }
	virtual bool IsSourceStillValid() const override;
	virtual bool RequestSourceShutdown() override;
	virtual FText GetSourceType() const override;
	virtual FText GetSourceMachineName() const override;
	virtual FText GetSourceStatus() const override;
	virtual TSubclassOf<ULiveLinkSourceSettings> GetSettingsClass() const override;
	virtual void OnSettingsChanged(ULiveLinkSourceSettings* Settings, const FPropertyChangedEvent& Event) override;

private:
	void Listen();
	void Leave();

	FKoekataConnection Connection;
	ILiveLinkClient* Client = nullptr;
	FGuid Guid;
	FKoekataFeedSettings FeedSettings;
	TSharedPtr<FKoekataReceiver> Receiver;
	std::shared_ptr<FKoekataLiveLinkFeed> Feed;
};
