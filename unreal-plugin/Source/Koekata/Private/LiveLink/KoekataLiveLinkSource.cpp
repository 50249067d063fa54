#include "KoekataLiveLinkSource.h"

#include "Engine/Engine.h"
#include "KoekataLiveLinkSourceSettings.h"
#include "KoekataSubsystem.h"

#define LOCTEXT_NAMESPACE "Koekata"

namespace
{
FKoekataFeedSettings FeedSettingsOf(const UKoekataLiveLinkSourceSettings& Settings)
{
	FKoekataFeedSettings Found;
	Found.Performers = Settings.Performers;
	Found.SubjectName = Settings.SubjectName;
	Found.Playback = Settings.Playback;
	Found.Timecode = Settings.Timecode;
	Found.Rate = Settings.TimecodeRate;
	return Found;
}
} // namespace

FKoekataLiveLinkSource::~FKoekataLiveLinkSource()
{
	Leave();
}

void FKoekataLiveLinkSource::ReceiveClient(ILiveLinkClient* InClient, FGuid InSourceGuid)
{
	Client = InClient;
	Guid = InSourceGuid;
}

void FKoekataLiveLinkSource::InitializeSettings(ULiveLinkSourceSettings* Settings)
{
	if (UKoekataLiveLinkSourceSettings* const Ours = Cast<UKoekataLiveLinkSourceSettings>(Settings))
	{
		Ours->Connection = Connection;
		Ours->ConnectionString = Connection.ToText();
		FeedSettings = FeedSettingsOf(*Ours);
	}
	Listen();
}

void FKoekataLiveLinkSource::OnSettingsChanged(ULiveLinkSourceSettings* Settings, const FPropertyChangedEvent&)
{
	UKoekataLiveLinkSourceSettings* const Ours = Cast<UKoekataLiveLinkSourceSettings>(Settings);
	if (Ours == nullptr)
	{
		return;
	}
	FeedSettings = FeedSettingsOf(*Ours);
	if (Ours->Connection != Connection)
	{
		Connection = Ours->Connection;
		Ours->ConnectionString = Connection.ToText();
		Listen();
	}
	else if (Feed != nullptr)
	{
		Feed->Configure(FeedSettings);
	}
}

void FKoekataLiveLinkSource::Listen()
{
	Leave();
	UKoekataSubsystem* const Subsystem = GEngine != nullptr ? GEngine->GetEngineSubsystem<UKoekataSubsystem>() : nullptr;
	if (Client == nullptr || Subsystem == nullptr)
	{
		return;
	}
	Feed = std::make_shared<FKoekataLiveLinkFeed>(*Client, Guid);
	Feed->Configure(FeedSettings);
	Receiver = Subsystem->Acquire(Connection);
	Receiver->GetHub().Join(Feed);
}

void FKoekataLiveLinkSource::Leave()
{
	if (Feed != nullptr)
	{
		Feed->Close();
	}
	if (Receiver.IsValid() && Feed != nullptr)
	{
		Receiver->GetHub().Leave(*Feed);
	}
	Feed = nullptr;
	Receiver.Reset();
}

void FKoekataLiveLinkSource::Update()
{
	// Before the engine is up there is no subsystem: a source of a preset then begins here.
	if (!Receiver.IsValid())
	{
		Listen();
	}
	if (Feed != nullptr)
	{
		Feed->TakeEngineTime();
	}
}

bool FKoekataLiveLinkSource::IsSourceStillValid() const
{
	return Client != nullptr;
}

bool FKoekataLiveLinkSource::RequestSourceShutdown()
{
	Leave();
	Client = nullptr;
	return true;
}

FText FKoekataLiveLinkSource::GetSourceType() const
{
	return LOCTEXT("SourceType", "Koekata");
}

FText FKoekataLiveLinkSource::GetSourceMachineName() const
{
	return FText::FromString(Connection.Describe());
}

FText FKoekataLiveLinkSource::GetSourceStatus() const
{
	return Receiver.IsValid() ? Receiver->GetStatus() : LOCTEXT("NotStarted", "Starting");
}

TSubclassOf<ULiveLinkSourceSettings> FKoekataLiveLinkSource::GetSettingsClass() const
{
	return UKoekataLiveLinkSourceSettings::StaticClass();
}

#undef LOCTEXT_NAMESPACE
