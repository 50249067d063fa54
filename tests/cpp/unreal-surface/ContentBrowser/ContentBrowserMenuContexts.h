#pragma once

#include "AssetRegistry/AssetData.h"
#include "ToolMenus.h"

/** Page: API/Editor/ContentBrowser, UContentBrowserAssetContextMenuContext, ExtendToolMenu_AssetContextMenu. (5.3, 5.5; the last has no page). Used by: ruyo/VRM4U; USparseVolumeTexture's actions. */
class UContentBrowserAssetContextMenuContext : public UObject
{
public:
	template <typename MenuOrSection> static const UContentBrowserAssetContextMenuContext* FindContextWithAssets(const MenuOrSection& From);
	template <typename T> TArray<T*> LoadSelectedObjects() const;
	TArray<FAssetData> SelectedAssets;
};
namespace UE::ContentBrowser
{
UToolMenu* ExtendToolMenu_AssetContextMenu(UClass* Class);
}
