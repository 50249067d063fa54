#pragma once

#include "CoreMinimal.h"

class FInternetAddr;
class FSocket;

#define PLATFORM_SOCKETSUBSYSTEM FName(TEXT("UNIX"))

/** Page: API/Runtime/Sockets, ISocketSubsystem (5.0, 5.1, 5.3 to 5.5, newest). Used by: lifelike-and-believable/VMCLiveLink VMCUdpReceiver.cpp. */
class ISocketSubsystem
{
public:
	static ISocketSubsystem* Get(const FName& SubsystemName = NAME_None);
	virtual void DestroySocket(FSocket* Socket) = 0;
	TSharedRef<FInternetAddr> CreateInternetAddr();
};
