#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Engine, FCompactPoseBoneIndex. */
struct FCompactPoseBoneIndex
{
	explicit FCompactPoseBoneIndex(int32 InIndex);
	int32 GetInt() const;
	bool IsValid() const;
};
