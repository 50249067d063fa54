#include "ZmqThread.h"

#include "Koekata/Stream/Message.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace Koekata
{
namespace
{
constexpr size_t MostWaiting = 256;
constexpr size_t KeyLength = 40;
constexpr int MostParts = 1000000;
constexpr int ReconnectMs = 100;
constexpr int ReconnectMostMs = 400;
constexpr int HeartbeatMs = 2000;
constexpr int HeartbeatTimeoutMs = 6000;
constexpr int ConnectTimeoutMs = 2000;
/** All versions, so that a sender of another one is told and not merely silent. */
constexpr std::string_view Topics = "koekata/";
} // namespace

FZmqThread::~FZmqThread()
{
	if (Context != nullptr)
	{
		// Wakes the thread out of its wait, which then closes the socket: what the context waits for.
		Zmq.CtxShutdown(Context);
		if (Thread.joinable())
		{
			Thread.join();
		}
		else if (Socket != nullptr)
		{
			Zmq.Close(Socket);
		}
		Zmq.CtxTerm(Context);
	}
	Zmq.Unload(Libraries);
}

bool FZmqThread::Start(const FZmqSettings& Settings, std::string& Error)
{
	if (!Zmq.Load(Libraries, Settings.Library, Error) || !Open(Settings, Error))
	{
		return false;
	}
	Waiting.resize(MostWaiting);
	// One byte more than allowed tells what is too large.
	Buffer.resize(MaxPayload + 1);
	Thread = std::thread([this] { Run(); });
	return true;
}

bool FZmqThread::Open(const FZmqSettings& Settings, std::string& Error)
{
	Context = Zmq.CtxNew();
	Socket = Context != nullptr ? Zmq.Socket(Context, FZmq::Subscriber) : nullptr;
	if (Socket == nullptr)
	{
		Error = "libzmq cannot make a socket: " + Zmq.LastError() + ".";
		return false;
	}
	const int64_t Longest = 16 * static_cast<int64_t>(MaxPayload);
	Zmq.SetNumber(Socket, FZmq::Linger, 0);
	Zmq.SetNumber(Socket, FZmq::Ipv6, 1);
	Zmq.SetNumber(Socket, FZmq::ReceiveQueue, static_cast<int>(MostWaiting));
	Zmq.SetNumber(Socket, FZmq::ReceiveBuffer, static_cast<int>(MaxPayload));
	Zmq.SetNumber(Socket, FZmq::ReconnectMs, ReconnectMs);
	Zmq.SetNumber(Socket, FZmq::ReconnectMostMs, ReconnectMostMs);
	Zmq.SetNumber(Socket, FZmq::HeartbeatMs, HeartbeatMs);
	Zmq.SetNumber(Socket, FZmq::HeartbeatTimeoutMs, HeartbeatTimeoutMs);
	Zmq.SetNumber(Socket, FZmq::ConnectTimeoutMs, ConnectTimeoutMs);
	Zmq.SetOption(Socket, FZmq::LongestMessage, &Longest, sizeof(Longest));
	Zmq.SetOption(Socket, FZmq::Subscribe, Topics.data(), Topics.size());
	if (!SetKeys(Settings, Error))
	{
		return false;
	}
	if (Zmq.Connect(Socket, Settings.Endpoint.c_str()) != 0)
	{
		Error = "'" + Settings.Endpoint + "' is no address to listen to: " + Zmq.LastError() +
				". Write it as the sidecar shows it, such as tcp://127.0.0.1:39600.";
		return false;
	}
	return true;
}

bool FZmqThread::SetKeys(const FZmqSettings& Settings, std::string& Error)
{
	const std::pair<FZmq::EOption, const std::string*> Keys[] = {{FZmq::CurveServerKey, &Settings.ServerKey},
																 {FZmq::CurvePublicKey, &Settings.PublicKey},
																 {FZmq::CurveSecretKey, &Settings.SecretKey}};
	if (Settings.ServerKey.empty() && Settings.PublicKey.empty() && Settings.SecretKey.empty())
	{
		return true;
	}
	if (Zmq.Has("curve") == 0)
	{
		Error = "this libzmq cannot encrypt. Take one that was built with CURVE, or remove the keys.";
		return false;
	}
	for (const auto& [Option, Key] : Keys)
	{
		// With the zero at its end, a key is text; without, 40 bytes would be refused by older versions.
		if (Key->size() != KeyLength || Zmq.SetOption(Socket, Option, Key->c_str(), KeyLength + 1) != 0)
		{
			Error = "a key of CURVE is missing or wrong. Give server key, public key and secret key, each with its 40 characters.";
			return false;
		}
	}
	return true;
}

void FZmqThread::Run()
{
	while (ReceiveMessage())
	{
		Deliver();
	}
	Zmq.Close(Socket);
}

bool FZmqThread::ReceivePart(std::vector<char>& Part)
{
	int Size = -1;
	do
	{
		Size = Zmq.Receive(Socket, Buffer.data(), Buffer.size(), 0);
	} while (Size < 0 && Zmq.Errno() == EINTR);
	if (Size < 0)
	{
		return false; // The context is being shut down.
	}
	const size_t Length = std::min(static_cast<size_t>(Size), Buffer.size());
	Part.assign(Buffer.data(), Buffer.data() + Length);
	return true;
}

bool FZmqThread::HasMore() const
{
	int bMore = 0;
	size_t Size = sizeof(bMore);
	return Zmq.GetOption(Socket, FZmq::ReceiveMore, &bMore, &Size) == 0 && bMore != 0;
}

bool FZmqThread::ReceiveMessage()
{
	Incoming.Payload.clear();
	if (!ReceivePart(Incoming.Topic))
	{
		return false;
	}
	Incoming.ArrivedS = LocalSeconds();
	Incoming.Parts = 1;
	while (HasMore())
	{
		Incoming.Parts = std::min(Incoming.Parts + 1, MostParts);
		if (!ReceivePart(Incoming.Parts == 2 ? Incoming.Payload : Ignored))
		{
			return false;
		}
	}
	return true;
}

void FZmqThread::Deliver()
{
	if (Sink != nullptr)
	{
		Sink->Take(Incoming);
		return;
	}
	const std::lock_guard<std::mutex> Lock(Mutex);
	if (Count == Waiting.size())
	{
		First = (First + 1) % Waiting.size();
		--Count;
		++Dropped;
	}
	std::swap(Waiting[(First + Count) % Waiting.size()], Incoming);
	++Count;
}

bool FZmqThread::Fetch(FInbox& Inbox)
{
	Inbox.Used = 0;
	const std::unique_lock<std::mutex> Lock(Mutex, std::try_to_lock);
	if (!Lock.owns_lock() || Count == 0)
	{
		return false; // What is being delivered just now is there at the next call.
	}
	if (Inbox.Slots.size() < Count)
	{
		Inbox.Slots.resize(Count);
	}
	for (; Count > 0; --Count)
	{
		std::swap(Inbox.Slots[Inbox.Used++], Waiting[First]);
		First = (First + 1) % Waiting.size();
	}
	Inbox.Missed = Dropped;
	return true;
}
} // namespace Koekata
