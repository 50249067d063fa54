#include "KoekataOscThread.h"

#include "Common/UdpSocketBuilder.h"
#include "HAL/RunnableThread.h"
#include "Interfaces/IPv4/IPv4Address.h"
#include "Koekata/Transport/ReceivePace.h"
#include "Koekata/Transport/ZmqReceiver.h"
#include "SocketSubsystem.h"
#include "Sockets.h"

#include <chrono>
#include <thread>

namespace
{
/** The largest datagram that UDP carries. */
constexpr int32 BufferBytes = 65536;
/** Keeps a second of frames while the thread is held up. */
constexpr int32 SocketBytes = 1024 * 1024;
/** After so long the thread looks whether it is to end. */
constexpr double WaitMilliseconds = 100.0;
/** The editor lets no other port be written; a Blueprint does. */
constexpr int32 LastPort = 65535;
} // namespace

FKoekataOscThread::~FKoekataOscThread()
{
	if (Thread != nullptr)
	{
		Thread->Kill(true); // Calls Stop, and waits.
		delete Thread;
	}
	if (Socket != nullptr)
	{
		Socket->Close();
		ISocketSubsystem::Get(PLATFORM_SOCKETSUBSYSTEM)->DestroySocket(Socket);
	}
}

bool FKoekataOscThread::Start(const FKoekataConnection& Connection, FString& Error)
{
	FIPv4Address Address;
	ISocketSubsystem* const Subsystem = ISocketSubsystem::Get(PLATFORM_SOCKETSUBSYSTEM);
	if (Subsystem == nullptr || !FIPv4Address::Parse(Connection.OscAddress, Address))
	{
		Error = FString::Printf(TEXT("'%s' is no IPv4 address. Write 0.0.0.0 to hear every network."), *Connection.OscAddress);
		return false;
	}
	if (Connection.OscPort < 1 || Connection.OscPort > LastPort)
	{
		Error = FString::Printf(TEXT("%d is no port. A port is a number from 1 to 65535, such as 39601."), Connection.OscPort);
		return false;
	}
	Socket = FUdpSocketBuilder(TEXT("Koekata OSC"))
				 .AsNonBlocking()
				 .BoundToAddress(Address)
				 .BoundToPort(static_cast<uint16>(Connection.OscPort))
				 .WithReceiveBufferSize(SocketBytes)
				 .Build();
	if (Socket == nullptr)
	{
		Error = FString::Printf(TEXT("%s cannot be listened on: another program has the port, or the address is of another machine."), *Connection.Describe());
		return false;
	}
	Sender = Subsystem->CreateInternetAddr();
	Buffer.SetNumUninitialized(BufferBytes);
	Thread = FRunnableThread::Create(this, TEXT("Koekata OSC"), 0, TPri_AboveNormal);
	if (Thread == nullptr)
	{
		Error = TEXT("no thread can be started to receive with.");
		return false;
	}
	return true;
}

uint32 FKoekataOscThread::Run()
{
	Koekata::FReceivePace Pace(WaitMilliseconds / 1000.0);
	while (!bStopping)
	{
		const double BeganS = Koekata::LocalSeconds();
		const bool bHeard = TakeWaiting();
		// An error ends the wait at once, and says no more of itself than that.
		std::this_thread::sleep_for(std::chrono::duration<double>(Pace.After(BeganS, Koekata::LocalSeconds(), bHeard)));
		if (Pace.TakeBroken())
		{
			Hub.Tell("the socket fails, and nothing is received. It goes on by itself when the network is back; otherwise remove the source and add it again.");
		}
	}
	return 0;
}

bool FKoekataOscThread::TakeWaiting()
{
	if (!Socket->Wait(ESocketWaitConditions::WaitForRead, FTimespan::FromMilliseconds(WaitMilliseconds)))
	{
		return false;
	}
	int32 Read = 0;
	bool bHeard = false;
	while (!bStopping && Socket->RecvFrom(Buffer.GetData(), Buffer.Num(), Read, *Sender) && Read > 0)
	{
		const std::string_view Datagram(reinterpret_cast<const char*>(Buffer.GetData()), static_cast<size_t>(Read));
		Hub.TakeDatagram(Datagram, Koekata::LocalSeconds());
		bHeard = true;
	}
	return bHeard;
}

void FKoekataOscThread::Stop()
{
	bStopping = true;
}
