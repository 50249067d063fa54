#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Networking, FIPv4Address (5.3, 5.5, newest). */
struct FIPv4Address
{
	FIPv4Address();
	static bool Parse(const FString& AddressString, FIPv4Address& OutAddress);
};
