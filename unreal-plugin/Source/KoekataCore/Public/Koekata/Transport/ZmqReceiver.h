#pragma once

#include "Koekata/Api.h"
#include "Koekata/Transport/Libraries.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Koekata
{
class FZmqThread;

/** Where and how to listen. */
struct FZmqSettings
{
	/** The file of libzmq 4.2 or newer. */
	std::string Library;
	/** As the sidecar shows it. */
	std::string Endpoint = "tcp://127.0.0.1:39600";
	/** CURVE keys (rfc.zeromq.org/spec/25), each 40 characters of Z85: all three, or none for no encryption. */
	std::string ServerKey;
	std::string PublicKey;
	std::string SecretKey;
};

/** A message as it came. Kept and swapped, so that its memory is used again. */
struct FReceivedMessage
{
	std::vector<char> Topic;
	/** Of one that is longer than the stream allows, one byte more than that. */
	std::vector<char> Payload;
	/** Parts that it had. */
	int Parts = 0;
	/** Seconds of std::chrono::steady_clock. */
	double ArrivedS = 0.0;

	std::string_view TopicText() const { return {Topic.data(), Topic.size()}; }
	std::string_view PayloadText() const { return {Payload.data(), Payload.size()}; }
};

/** Takes messages as they come, on the thread that receives them. */
class IMessageSink
{
public:
	virtual ~IMessageSink() = default;

	virtual void Take(const FReceivedMessage& Message) = 0;
};

/** What came since the last call, in order. Kept by the caller from call to call. */
class KOEKATACORE_API FInbox
{
public:
	size_t Count() const { return Used; }
	const FReceivedMessage& operator[](size_t Index) const { return Slots[Index]; }
	/** Messages that were left behind because nobody fetched them in time, since the start. */
	int64_t Dropped() const { return Missed; }

private:
	friend class FZmqThread;

	std::vector<FReceivedMessage> Slots;
	size_t Used = 0;
	int64_t Missed = 0;
};

/**
 * Subscribes to a sidecar on a thread of its own, and reconnects by itself. The caller fetches what came and never
 * waits: for a caller that does not fetch, the newest 256 messages are kept. With a sink, messages go there at once, and
 * there is nothing to fetch. `Start`, `Stop` and `Fetch` belong to one thread.
 */
class KOEKATACORE_API FZmqReceiver
{
public:
	/** The libraries and the sink must outlive it. */
	explicit FZmqReceiver(ILibraries& InLibraries, IMessageSink* InSink = nullptr);
	~FZmqReceiver();
	FZmqReceiver(const FZmqReceiver&) = delete;
	FZmqReceiver& operator=(const FZmqReceiver&) = delete;

	/** False with a sentence for people where the library, the address or a key is no good. */
	bool Start(const FZmqSettings& Settings, std::string& Error);
	/** Ends the thread and unloads the library: a few milliseconds, whatever the sender does. */
	void Stop();
	bool IsRunning() const { return Thread != nullptr; }
	/** Swaps what came into the inbox; false, with an empty inbox, for nothing new. */
	bool Fetch(FInbox& Inbox);

private:
	ILibraries& Libraries;
	IMessageSink* Sink;
	std::unique_ptr<FZmqThread> Thread;
};

/** Seconds of the clock of FReceivedMessage::ArrivedS. */
KOEKATACORE_API double LocalSeconds();
} // namespace Koekata
