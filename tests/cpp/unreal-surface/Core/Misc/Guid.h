#pragma once

#include "Containers/UnrealString.h"

/** Page: API/Runtime/Core/Misc, FGuid. */
struct FGuid
{
	FGuid();
	static FGuid NewGuid();
	bool IsValid() const;
	void Invalidate();
	FString ToString() const;
	bool operator==(const FGuid& Other) const;
	bool operator!=(const FGuid& Other) const;
};
uint32 GetTypeHash(const FGuid& Guid);
