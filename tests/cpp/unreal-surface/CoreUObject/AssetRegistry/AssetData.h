#pragma once

#include "UObject/SoftObjectPath.h"

/** Page: API/Runtime/CoreUObject/AssetRegistry, FAssetData (of CoreUObject since 5.1: 5.3, 5.4). */
struct FAssetData
{
	bool IsValid() const;
	UObject* GetAsset() const;
};
