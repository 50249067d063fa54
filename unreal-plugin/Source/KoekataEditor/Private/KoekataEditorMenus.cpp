#include "KoekataEditorMenus.h"

#include "ContentBrowserMenuContexts.h"
#include "Framework/Docking/TabManager.h"
#include "HAL/PlatformProcess.h"
#include "Interfaces/IPluginManager.h"
#include "KoekataMappingAsset.h"
#include "KoekataMappingImport.h"
#include "Misc/Paths.h"
#include "ToolMenus.h"

#define LOCTEXT_NAMESPACE "KoekataEditorMenus"

namespace KoekataEditorMenus
{
namespace
{
using FForAsset = TFunction<void(UKoekataMappingAsset&)>;

void AddAssetEntry(FToolMenuSection& Section, FName Name, const FText& Label, const FText& ToolTip, FForAsset Action)
{
	const auto ForAll = [Action](const FToolMenuContext& Menu)
	{
		const UContentBrowserAssetContextMenuContext* Context = UContentBrowserAssetContextMenuContext::FindContextWithAssets(Menu);
		if (Context == nullptr)
		{
			return;
		}
		for (UKoekataMappingAsset* Asset : Context->LoadSelectedObjects<UKoekataMappingAsset>())
		{
			if (Asset != nullptr)
			{
				Action(*Asset);
			}
		}
	};
	Section.AddMenuEntry(Name, Label, ToolTip, FSlateIcon(), FToolUIActionChoice(FToolMenuExecuteAction::CreateLambda(ForAll)));
}

void AddAssetEntries()
{
	UToolMenu* Menu = UE::ContentBrowser::ExtendToolMenu_AssetContextMenu(UKoekataMappingAsset::StaticClass());
	FToolMenuSection& Section = Menu->FindOrAddSection("GetAssetActions");
	AddAssetEntry(Section, "KoekataOpenTable", LOCTEXT("OpenTable", "Open the Table's File"), LOCTEXT("OpenTableTip", "Opens the JSON file that the table was imported from. It is read anew when you save it."),
				  [](UKoekataMappingAsset& Asset) { KoekataMappingImport::Open(KoekataMappingImport::FileOf(Asset)); });
	AddAssetEntry(Section, "KoekataCheckTable", LOCTEXT("CheckTable", "Read the Table Anew"), LOCTEXT("CheckTableTip", "Reads the table and all that it extends, and lists what is wrong in the message log."),
				  [](UKoekataMappingAsset& Asset) { KoekataMappingImport::Read(Asset, KoekataMappingImport::FileOf(Asset)); });
}

void OpenLiveLink()
{
	// No page of Epic's gives the panel's name, and a public plugin has the second of these.
	for (const TCHAR* const Panel : {TEXT("LiveLink"), TEXT("LiveLinkClient")})
	{
		if (FGlobalTabmanager::Get()->TryInvokeTab(FTabId(Panel)).IsValid())
		{
			return;
		}
	}
	KoekataMappingImport::TellError(LOCTEXT("NoLiveLink", "The Live Link panel does not open from here. Choose Window, Virtual Production, Live Link."));
}

void OpenGuide()
{
	const TSharedPtr<IPlugin> Plugin = IPluginManager::Get().FindPlugin(TEXT("Koekata"));
	const FString Guide = FPaths::ConvertRelativePathToFull(FPaths::Combine(Plugin->GetBaseDir(), TEXT("README.md")));
	FPlatformProcess::LaunchFileInDefaultExternalApplication(*Guide);
}

void AddToolEntries()
{
	UToolMenu* Menu = UToolMenus::Get()->ExtendMenu("LevelEditor.MainMenu.Tools");
	FToolMenuSection& Section = Menu->AddSection("Koekata", LOCTEXT("Section", "Koekata"));
	Section.AddMenuEntry("KoekataLiveLink", LOCTEXT("LiveLink", "Koekata: Live Link"), LOCTEXT("LiveLinkTip", "Opens the Live Link panel, where a Koekata source is added."), FSlateIcon(),
						 FToolUIActionChoice(FExecuteAction::CreateStatic(&OpenLiveLink)));
	Section.AddMenuEntry("KoekataGuide", LOCTEXT("Guide", "Koekata: Guide"), LOCTEXT("GuideTip", "Opens the page of the plugin."), FSlateIcon(),
						 FToolUIActionChoice(FExecuteAction::CreateStatic(&OpenGuide)));
}
} // namespace

void Add(void* Owner)
{
	const FToolMenuOwnerScoped Scope(Owner);
	AddAssetEntries();
	AddToolEntries();
}

void Remove(void* Owner)
{
	UToolMenus::UnregisterOwner(Owner);
}
} // namespace KoekataEditorMenus

#undef LOCTEXT_NAMESPACE
