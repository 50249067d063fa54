#pragma once

#include "AssetRegistry/AssetData.h"
#include "ToolMenus.h"

/** Page: API/Editor/ContentBrowser, UContentBrowserAssetContextMenuContext, ExtendToolMenu_AssetContextMenu. In use: USparseVolumeTexture's actions. */
class UContentBrowserAssetContextMenuContext : public UObject
{
public:
	static const UContentBrowserAssetContextMenuContext* FindContextWithAssets(const FToolMenuContext& Context);
	template <typename T> TArray<T*> LoadSelectedObjects() const;
	TArray<FAssetData> SelectedAssets;
};
namespace UE::ContentBrowser
{
UToolMenu* ExtendToolMenu_AssetContextMenu(UClass* Class);
}
