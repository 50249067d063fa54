#include "Koekata/Subjects/StreamHub.h"
#include "stream_support.h"

#include <chrono>
#include <cstdlib>
#include <doctest/doctest.h>
#include <thread>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
/** The libzmq of the sidecar's pyzmq; empty where the build did not find it. */
constexpr const char* Library = KOEKATA_LIBZMQ;

/** A sender of its own: the real ZeroMQ, through the functions of the same library. */
class FSender
{
public:
	explicit FSender(ILibraries& InLibraries) : Libraries(InLibraries), Handle(Libraries.Open(Library))
	{
		REQUIRE(Handle != nullptr);
		Context = Function<void* (*)()>("zmq_ctx_new")();
		Open("tcp://127.0.0.1:*");
	}
	~FSender()
	{
		Shut();
		Function<int (*)(void*)>("zmq_ctx_term")(Context);
		Libraries.Close(Handle);
	}

	void Open(const std::string& Address)
	{
		constexpr int Publisher = 1, Linger = 17, LastEndpoint = 32;
		const int None = 0;
		Socket = Function<void* (*)(void*, int)>("zmq_socket")(Context, Publisher);
		Function<int (*)(void*, int, const void*, size_t)>("zmq_setsockopt")(Socket, Linger, &None, sizeof(None));
		// A closed socket lets its address go in the background.
		int Bound = -1;
		for (int Attempt = 0; Attempt < 500 && Bound != 0; ++Attempt)
		{
			Bound = Function<int (*)(void*, const char*)>("zmq_bind")(Socket, Address.c_str());
			std::this_thread::sleep_for(std::chrono::milliseconds(Bound == 0 ? 0 : 10));
		}
		REQUIRE(Bound == 0);
		char Text[256] = "";
		size_t Size = sizeof(Text);
		Function<int (*)(void*, int, void*, size_t*)>("zmq_getsockopt")(Socket, LastEndpoint, Text, &Size);
		Endpoint = Text;
	}
	void Shut()
	{
		if (Socket != nullptr)
		{
			Function<int (*)(void*)>("zmq_close")(Socket);
		}
		Socket = nullptr;
	}
	void Send(const std::string& Payload)
	{
		constexpr int More = 2;
		const std::string Topic = "koekata/1/0/";
		const auto Part = Function<int (*)(void*, const void*, size_t, int)>("zmq_send");
		Part(Socket, Topic.data(), Topic.size(), More);
		Part(Socket, Payload.data(), Payload.size(), 0);
	}

	std::string Endpoint;

private:
	template <typename Type> Type Function(const char* Name) { return reinterpret_cast<Type>(Libraries.Symbol(Handle, Name)); }

	ILibraries& Libraries;
	void* Handle;
	void* Context = nullptr;
	void* Socket = nullptr;
};

/** Sends until the hub has taken so many frames; false after a while without. */
bool SendUntil(FSender& Sender, FStreamHub& Hub, int64_t Frames, const char* Session)
{
	FHubState State;
	for (int64_t Sequence = 0; Sequence < 3000; ++Sequence)
	{
		Sender.Send(Packed(LayoutJson({"jawOpen"}, 1, Session)));
		Sender.Send(std::string(40, '\xc1'));
		Sender.Send(Packed(FrameJson(Sequence, {0.25}, 1, Session)));
		std::this_thread::sleep_for(std::chrono::milliseconds(5));
		if (Hub.Read(LocalSeconds(), State) && State.Counters.Frames >= Frames)
		{
			return true;
		}
	}
	return false;
}
} // namespace

TEST_SUITE_BEGIN("socket");

TEST_CASE("frames go from a real socket into the hub while others ask it, through garbage and a restart of the sender")
{
	if (std::string(Library).empty())
	{
		MESSAGE("skipped: no libzmq was found when this was configured");
		return;
	}
	FSystemLibraries Libraries;
	FSender Sender(Libraries);
	FStreamHub Hub;
	FZmqReceiver Receiver(Libraries, &Hub);
	FZmqSettings Settings;
	Settings.Library = Library;
	Settings.Endpoint = Sender.Endpoint;
	std::string Error;
	REQUIRE(Receiver.Start(Settings, Error));
	CHECK(SendUntil(Sender, Hub, 20, SessionA));
	FStreamFrame Out;
	FPerformerState State;
	CHECK(Hub.Sample(0, EPlayout::Latest, LocalSeconds(), Out, State));
	CHECK(State.Moment == EMoment::Latest);
	Sender.Shut();
	Sender.Open(Settings.Endpoint);
	CHECK(SendUntil(Sender, Hub, 40, SessionB));
	FHubState Whole;
	REQUIRE(Hub.Read(LocalSeconds(), Whole));
	CHECK(Whole.Counters.Sessions == 2);
	CHECK(Whole.Counters.Bad[static_cast<size_t>(EStreamFault::Malformed)] > 0);
	Receiver.Stop();
}

TEST_SUITE_END();
