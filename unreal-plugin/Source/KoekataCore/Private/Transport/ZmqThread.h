#pragma once

#include "Koekata/Transport/ZmqReceiver.h"
#include "ZmqLibrary.h"

#include <mutex>
#include <thread>

namespace Koekata
{
/** The receiving thread with its socket. The mutex is held for a few pointer swaps only, and the caller only tries it. */
class FZmqThread
{
public:
	FZmqThread(ILibraries& InLibraries, IMessageSink* InSink) : Libraries(InLibraries), Sink(InSink) {}
	~FZmqThread();
	FZmqThread(const FZmqThread&) = delete;
	FZmqThread& operator=(const FZmqThread&) = delete;

	bool Start(const FZmqSettings& Settings, std::string& Error);
	bool Fetch(FInbox& Inbox);

private:
	bool Open(const FZmqSettings& Settings, std::string& Error);
	bool SetKeys(const FZmqSettings& Settings, std::string& Error);
	void Run();
	bool ReceiveMessage();
	bool ReceivePart(std::vector<char>& Part);
	bool HasMore() const;
	void Deliver();

	ILibraries& Libraries;
	IMessageSink* Sink;
	FZmq Zmq;
	void* Context = nullptr;
	void* Socket = nullptr;
	std::thread Thread;
	/** The thread's own. */
	FReceivedMessage Incoming;
	std::vector<char> Buffer;
	std::vector<char> Ignored;

	std::mutex Mutex;
	/** A ring: the oldest is at First. */
	std::vector<FReceivedMessage> Waiting;
	size_t First = 0;
	size_t Count = 0;
	int64_t Dropped = 0;
};
} // namespace Koekata
