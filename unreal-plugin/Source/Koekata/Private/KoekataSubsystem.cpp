#include "KoekataSubsystem.h"

namespace
{
/** Messages for the log are no hurry. */
constexpr float TickSeconds = 0.5f;
} // namespace

void UKoekataSubsystem::Initialize(FSubsystemCollectionBase& Collection)
{
	Super::Initialize(Collection);
	Ticker = FTSTicker::GetCoreTicker().AddTicker(FTickerDelegate::CreateUObject(this, &UKoekataSubsystem::Tick), TickSeconds);
}

void UKoekataSubsystem::Deinitialize()
{
	FTSTicker::GetCoreTicker().RemoveTicker(Ticker);
	Receivers.Empty();
	Super::Deinitialize();
}

TSharedRef<FKoekataReceiver> UKoekataSubsystem::Acquire(const FKoekataConnection& Connection)
{
	for (const TWeakPtr<FKoekataReceiver>& Entry : Receivers)
	{
		const TSharedPtr<FKoekataReceiver> Receiver = Entry.Pin();
		// One that could not start is tried anew: what was missing may be there now.
		if (Receiver.IsValid() && Receiver->GetConnection() == Connection && Receiver->GetError().IsEmpty())
		{
			return Receiver.ToSharedRef();
		}
	}
	const TSharedRef<FKoekataReceiver> Made = MakeShared<FKoekataReceiver>(Connection);
	Receivers.Add(Made);
	return Made;
}

TArray<TSharedPtr<FKoekataReceiver>> UKoekataSubsystem::GetReceivers() const
{
	TArray<TSharedPtr<FKoekataReceiver>> Found;
	for (const TWeakPtr<FKoekataReceiver>& Entry : Receivers)
	{
		const TSharedPtr<FKoekataReceiver> Receiver = Entry.Pin();
		if (Receiver.IsValid())
		{
			Found.Add(Receiver);
		}
	}
	return Found;
}

bool UKoekataSubsystem::Tick(float)
{
	Receivers.RemoveAll([](const TWeakPtr<FKoekataReceiver>& Entry) { return !Entry.IsValid(); });
	for (const TSharedPtr<FKoekataReceiver>& Receiver : GetReceivers())
	{
		Receiver->TellMessages();
	}
	return true;
}
