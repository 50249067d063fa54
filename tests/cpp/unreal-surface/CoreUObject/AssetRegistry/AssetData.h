#pragma once

#include "UObject/SoftObjectPath.h"

/** Page: API/Runtime/CoreUObject/AssetRegistry, FAssetData. */
struct FAssetData
{
	bool IsValid() const;
	UObject* GetAsset() const;
};
