#pragma once

#include "Interfaces/IPv4/IPv4Address.h"
#include "Sockets.h"

/** Page: API/Runtime/Networking, FUdpSocketBuilder (5.3, 5.4). Used by: lifelike-and-believable/VMCLiveLink VMCUdpReceiver.cpp. */
class FUdpSocketBuilder
{
public:
	FUdpSocketBuilder(const FString& InDescription);
	FUdpSocketBuilder& AsNonBlocking();
	FUdpSocketBuilder& AsReusable();
	FUdpSocketBuilder& BoundToAddress(const FIPv4Address& Address);
	FUdpSocketBuilder& BoundToPort(uint16 Port);
	FUdpSocketBuilder& WithReceiveBufferSize(int32 SizeInBytes);
	FSocket* Build() const;
};
