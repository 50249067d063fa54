#pragma once

#include "Koekata/Transport/Libraries.h"

#include <cstddef>
#include <string>

/** libzmq by handle: its functions and the numbers of its options (api.zeromq.org/4-3), without its headers. */
namespace Koekata
{
struct FZmq
{
	static constexpr int Subscriber = 2;
	enum EOption : int
	{
		Subscribe = 6,
		ReceiveBuffer = 12,
		ReceiveMore = 13,
		Linger = 17,
		ReconnectMs = 18,
		ReconnectMostMs = 21,
		LongestMessage = 22,
		ReceiveQueue = 24,
		Ipv6 = 42,
		CurvePublicKey = 48,
		CurveSecretKey = 49,
		CurveServerKey = 50,
		HeartbeatMs = 75,
		HeartbeatTimeoutMs = 77,
		ConnectTimeoutMs = 79
	};

	void* (*CtxNew)() = nullptr;
	int (*CtxShutdown)(void*) = nullptr;
	int (*CtxTerm)(void*) = nullptr;
	void* (*Socket)(void*, int) = nullptr;
	int (*Close)(void*) = nullptr;
	int (*SetOption)(void*, int, const void*, size_t) = nullptr;
	int (*GetOption)(void*, int, void*, size_t*) = nullptr;
	int (*Connect)(void*, const char*) = nullptr;
	int (*Receive)(void*, void*, size_t, int) = nullptr;
	int (*Errno)() = nullptr;
	const char* (*ErrorText)(int) = nullptr;
	void (*Version)(int*, int*, int*) = nullptr;
	int (*Has)(const char*) = nullptr;

	/** Loads it; false with a sentence for people. */
	bool Load(ILibraries& Libraries, const std::string& Path, std::string& Error);
	void Unload(ILibraries& Libraries);

	bool SetNumber(void* At, EOption Option, int Value) const { return SetOption(At, Option, &Value, sizeof(Value)) == 0; }
	std::string LastError() const { return ErrorText(Errno()); }

private:
	void* Handle = nullptr;
};
} // namespace Koekata
