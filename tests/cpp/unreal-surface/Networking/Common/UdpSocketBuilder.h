#pragma once

#include "Interfaces/IPv4/IPv4Address.h"
#include "Sockets.h"

/** Page: API/Runtime/Networking, FUdpSocketBuilder (5.3 to 5.5, newest); a buffer that cannot be had so large is no error. Used by: lifelike-and-believable/VMCLiveLink VMCUdpReceiver.cpp. */
class FUdpSocketBuilder
{
public:
	FUdpSocketBuilder(const FString& InDescription);
	FUdpSocketBuilder& AsNonBlocking();
	FUdpSocketBuilder& BoundToAddress(const FIPv4Address& Address);
	FUdpSocketBuilder& BoundToPort(uint16 Port);
	FUdpSocketBuilder& WithReceiveBufferSize(int32 SizeInBytes);
	FSocket* Build() const;
};
