#include "KoekataOscThread.h"

#include "Common/UdpSocketBuilder.h"
#include "HAL/RunnableThread.h"
#include "Interfaces/IPv4/IPv4Address.h"
#include "Koekata/Transport/ZmqReceiver.h"
#include "SocketSubsystem.h"
#include "Sockets.h"

namespace
{
/** The largest datagram that UDP carries. */
constexpr int32 BufferBytes = 65536;
/** Keeps a second of frames while the thread is held up. */
constexpr int32 SocketBytes = 1024 * 1024;
/** After so long the thread looks whether it is to end. */
constexpr double WaitMilliseconds = 100.0;
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
	const FTimespan Wait = FTimespan::FromMilliseconds(WaitMilliseconds);
	while (!bStopping)
	{
		if (!Socket->Wait(ESocketWaitConditions::WaitForRead, Wait))
		{
			continue;
		}
		int32 Read = 0;
		while (!bStopping && Socket->RecvFrom(Buffer.GetData(), Buffer.Num(), Read, *Sender) && Read > 0)
		{
			const std::string_view Datagram(reinterpret_cast<const char*>(Buffer.GetData()), static_cast<size_t>(Read));
			Hub.TakeDatagram(Datagram, Koekata::LocalSeconds());
		}
	}
	return 0;
}

void FKoekataOscThread::Stop()
{
	bStopping = true;
}
