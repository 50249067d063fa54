#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Networking, FIPv4Address (5.3, 5.5). */
struct FIPv4Address
{
	FIPv4Address();
	static bool Parse(const FString& AddressString, FIPv4Address& OutAddress);
	FString ToString() const;
	static const FIPv4Address Any;
};
