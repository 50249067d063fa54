#include "Koekata/Transport/ZmqReceiver.h"

#include "ZmqThread.h"

#include <chrono>

namespace Koekata
{
FZmqReceiver::FZmqReceiver(ILibraries& InLibraries, IMessageSink* InSink) : Libraries(InLibraries), Sink(InSink) {}
FZmqReceiver::~FZmqReceiver() = default;

bool FZmqReceiver::Start(const FZmqSettings& Settings, std::string& Error)
{
	Stop();
	auto Made = std::make_unique<FZmqThread>(Libraries, Sink);
	if (!Made->Start(Settings, Error))
	{
		return false;
	}
	Thread = std::move(Made);
	return true;
}

void FZmqReceiver::Stop()
{
	Thread = nullptr;
}

bool FZmqReceiver::Fetch(FInbox& Inbox)
{
	return Thread != nullptr && Thread->Fetch(Inbox);
}

double LocalSeconds()
{
	return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
} // namespace Koekata
