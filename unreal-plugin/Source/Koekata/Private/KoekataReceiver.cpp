#include "KoekataReceiver.h"

#include "Koekata/Transport/ZmqReceiver.h"
#include "KoekataLog.h"
#include "KoekataSettings.h"
#include "KoekataText.h"
#include "Transport/KoekataLibraries.h"
#include "Transport/KoekataOscThread.h"

#define LOCTEXT_NAMESPACE "Koekata"

namespace
{
Koekata::FPlayoutSettings PlayoutOf(const FKoekataConnection& Connection)
{
	Koekata::FPlayoutSettings Settings;
	Settings.DelayS = static_cast<double>(Connection.DelayMs) / 1000.0;
	Settings.bAdaptive = Connection.bAdaptiveDelay;
	return Settings;
}

Koekata::FZmqSettings ZmqOf(const FKoekataConnection& Connection)
{
	Koekata::FZmqSettings Settings;
	Settings.Library = KoekataText::ToCore(UKoekataSettings::FindLibrary());
	Settings.Endpoint = KoekataText::ToCore(Connection.Endpoint.TrimStartAndEnd());
	Settings.ServerKey = KoekataText::ToCore(Connection.ServerKey.TrimStartAndEnd());
	Settings.PublicKey = KoekataText::ToCore(Connection.PublicKey.TrimStartAndEnd());
	Settings.SecretKey = KoekataText::ToCore(Connection.SecretKey.TrimStartAndEnd());
	return Settings;
}
} // namespace

FKoekataReceiver::FKoekataReceiver(const FKoekataConnection& InConnection)
	: Connection(InConnection), Hub(PlayoutOf(InConnection), KoekataText::ToCore(InConnection.OscPrefix))
{
	Start();
	if (Error.IsEmpty())
	{
		UE_LOG(LogKoekata, Log, TEXT("Listening to %s"), *Connection.Describe());
	}
	else
	{
		UE_LOG(LogKoekata, Error, TEXT("%s"), *Error);
	}
}

FKoekataReceiver::~FKoekataReceiver()
{
	Zmq.Reset();
	Osc.Reset();
}

void FKoekataReceiver::Start()
{
	if (Connection.Transport == EKoekataTransport::OSC)
	{
		Osc = MakeUnique<FKoekataOscThread>(Hub);
		if (!Osc->Start(Connection, Error))
		{
			Osc.Reset();
		}
		return;
	}
	Libraries = MakeUnique<FKoekataLibraries>();
	Zmq = MakeUnique<Koekata::FZmqReceiver>(*Libraries, &Hub);
	std::string Reason;
	if (!Zmq->Start(ZmqOf(Connection), Reason))
	{
		Error = KoekataText::FromCore(Reason);
		Zmq.Reset();
	}
}

FText FKoekataReceiver::GetStatus()
{
	if (!Error.IsEmpty())
	{
		return FText::FromString(Error);
	}
	Koekata::FHubState State;
	if (Hub.Read(Koekata::LocalSeconds(), State))
	{
		bStale = State.bStale;
		Source = State.Source;
		Performers = static_cast<int32>(State.Performers.size());
	}
	if (Performers == 0)
	{
		return LOCTEXT("Waiting", "Waiting for the sidecar");
	}
	if (bStale)
	{
		return Source == Koekata::ESourceState::Ended ? LOCTEXT("Ended", "The sidecar has ended") : LOCTEXT("Stale", "Nothing comes any more");
	}
	switch (Source)
	{
		case Koekata::ESourceState::Lost: return LOCTEXT("Lost", "Receiving; the source is lost");
		case Koekata::ESourceState::Reconnecting: return LOCTEXT("Reconnecting", "Receiving; the source reconnects");
		default: return LOCTEXT("Receiving", "Receiving");
	}
}

void FKoekataReceiver::TellMessages()
{
	std::vector<std::string> Messages;
	Hub.TakeMessages(Messages);
	for (const std::string& Message : Messages)
	{
		UE_LOG(LogKoekata, Warning, TEXT("%s: %s"), *Connection.Describe(), *KoekataText::FromCore(Message));
	}
}

#undef LOCTEXT_NAMESPACE
