#pragma once

#include "ToolMenus.h"

/** Page: API/Editor/ContentBrowser, UContentBrowserAssetContextMenuContext (5.3, 5.5), ExtendToolMenu_AssetContextMenu (no page). Used by: ruyo/VRM4U. */
class UContentBrowserAssetContextMenuContext : public UObject
{
public:
	template <typename MenuOrSection> static const UContentBrowserAssetContextMenuContext* FindContextWithAssets(const MenuOrSection& From);
	template <typename T> TArray<T*> LoadSelectedObjects() const;
};
namespace UE::ContentBrowser
{
UToolMenu* ExtendToolMenu_AssetContextMenu(UClass* Class);
}
