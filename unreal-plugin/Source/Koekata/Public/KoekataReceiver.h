#pragma once

#include "CoreMinimal.h"
#include "Koekata/Subjects/StreamHub.h"
#include "Koekata/Transport/ZmqReceiver.h"
#include "KoekataConnection.h"
#include "Templates/UniquePtr.h"

class FKoekataLibraries;
class FKoekataOscThread;

/**
 * One connection to a sidecar, shared by all who name it. Frames are taken and decoded on a thread of its own; what is
 * asked of it here never waits for that.
 */
class KOEKATA_API FKoekataReceiver
{
public:
	explicit FKoekataReceiver(const FKoekataConnection& InConnection);
	~FKoekataReceiver();
	FKoekataReceiver(const FKoekataReceiver&) = delete;
	FKoekataReceiver& operator=(const FKoekataReceiver&) = delete;

	const FKoekataConnection& GetConnection() const { return Connection; }
	/** Why nothing can be received; empty where it listens. */
	const FString& GetError() const { return Error; }
	/** Frames, listeners, counters and state. Safe on any thread. */
	Koekata::FStreamHub& GetHub() { return Hub; }
	/** For people: `Receiving`, `Waiting for the sidecar`, or the error. Game thread. */
	FText GetStatus();

	/** Writes what came up since the last call to the log. Game thread. */
	void TellMessages();

private:
	void Start();

	FKoekataConnection Connection;
	FString Error;
	Koekata::FStreamHub Hub;
	TUniquePtr<FKoekataLibraries> Libraries;
	TUniquePtr<FKoekataOscThread> Osc;
	/** Ends before what it uses. */
	TUniquePtr<Koekata::FZmqReceiver> Zmq;

	/** What the hub said last. */
	bool bStale = true;
	Koekata::ESourceState Source = Koekata::ESourceState::Unknown;
	int32 Performers = 0;
};
