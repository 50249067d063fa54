#pragma once

/** Page: API/Runtime/CoreUObject/AssetRegistry, FAssetData (of CoreUObject since 5.1: 5.3, 5.4). */
struct FAssetData
{
};
