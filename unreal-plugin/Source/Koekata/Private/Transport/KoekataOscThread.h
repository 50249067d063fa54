#pragma once

#include "CoreMinimal.h"
#include "HAL/Runnable.h"
#include "Koekata/Subjects/StreamHub.h"
#include "KoekataConnection.h"

#include <atomic>

class FInternetAddr;
class FRunnableThread;
class FSocket;

/** Takes datagrams from the engine's own socket into a hub, on a thread of its own. */
class FKoekataOscThread final : public FRunnable
{
public:
	explicit FKoekataOscThread(Koekata::FStreamHub& InHub) : Hub(InHub) {}
	virtual ~FKoekataOscThread() override;

	/** False, with a sentence for people, where the address cannot be listened on. */
	bool Start(const FKoekataConnection& Connection, FString& Error);

	virtual uint32 Run() override;
	virtual void Stop() override;

private:
	/** Waits for datagrams and hands over what came; false where nothing did. */
	bool TakeWaiting();

	Koekata::FStreamHub& Hub;
	FSocket* Socket = nullptr;
	FRunnableThread* Thread = nullptr;
	TSharedPtr<FInternetAddr> Sender;
	TArray<uint8> Buffer;
	std::atomic<bool> bStopping{false};
};
