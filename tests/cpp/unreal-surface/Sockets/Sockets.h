#pragma once

#include "CoreMinimal.h"

class FInternetAddr;
/** Page: API/Runtime/Sockets, ESocketWaitConditions, ESocketReceiveFlags (newest). */
namespace ESocketWaitConditions
{
enum Type { WaitForRead, WaitForWrite, WaitForReadOrWrite };
}
namespace ESocketReceiveFlags
{
enum Type { None = 0, Peek = 2, WaitAll = 0x100 };
}
/**
 * Page: API/Runtime/Sockets, FSocket (5.1, 5.4, 5.5, newest). Wait gives false for an error as well as after its time; RecvFrom gives
 * true with no bytes where there are none. Used by: lifelike-and-believable/VMCLiveLink VMCUdpReceiver.cpp.
 */
class FSocket
{
public:
	virtual ~FSocket() {}
	virtual bool Close() = 0;
	virtual bool Wait(ESocketWaitConditions::Type Condition, FTimespan WaitTime) = 0;
	virtual bool RecvFrom(uint8* Data, int32 BufferSize, int32& BytesRead, FInternetAddr& Source, ESocketReceiveFlags::Type Flags = ESocketReceiveFlags::None);
};
