#include "CoreGlobals.h"
#include "KoekataEditorMenus.h"
#include "KoekataEditorStyle.h"
#include "KoekataMappingAsset.h"
#include "KoekataMappingDetails.h"
#include "KoekataMappingWatcher.h"
#include "MessageLogInitializationOptions.h"
#include "MessageLogModule.h"
#include "Modules/ModuleManager.h"
#include "PropertyEditorModule.h"
#include "Templates/UniquePtr.h"
#include "ToolMenus.h"

#define LOCTEXT_NAMESPACE "KoekataEditorModule"

/** Holds what the editor adds; nothing of it is there in commandlets, such as cooking. */
class FKoekataEditorModule : public IModuleInterface
{
public:
	virtual void StartupModule() override
	{
		if (IsRunningCommandlet())
		{
			return;
		}
		Style = MakeUnique<FKoekataEditorStyle>();
		Watcher = MakeUnique<FKoekataMappingWatcher>();
		FMessageLogInitializationOptions Options;
		Options.bAllowClear = true;
		FModuleManager::LoadModuleChecked<FMessageLogModule>("MessageLog").RegisterLogListing("Koekata", LOCTEXT("Log", "Koekata"), Options);
		FPropertyEditorModule& Properties = FModuleManager::LoadModuleChecked<FPropertyEditorModule>("PropertyEditor");
		Properties.RegisterCustomClassLayout(DetailedClass, FOnGetDetailCustomizationInstance::CreateStatic(&FKoekataMappingDetails::Make));
		UToolMenus::RegisterStartupCallback(FSimpleMulticastDelegate::FDelegate::CreateRaw(this, &FKoekataEditorModule::AddMenus));
	}

	virtual void ShutdownModule() override
	{
		UToolMenus::UnRegisterStartupCallback(this);
		KoekataEditorMenus::Remove(this);
		if (FPropertyEditorModule* Properties = FModuleManager::GetModulePtr<FPropertyEditorModule>("PropertyEditor"))
		{
			Properties->UnregisterCustomClassLayout(DetailedClass);
		}
		if (FMessageLogModule* Log = FModuleManager::GetModulePtr<FMessageLogModule>("MessageLog"))
		{
			Log->UnregisterLogListing("Koekata");
		}
		Watcher.Reset();
		Style.Reset();
	}

private:
	void AddMenus() { KoekataEditorMenus::Add(this); }

	const FName DetailedClass = "KoekataMappingAsset";
	TUniquePtr<FKoekataEditorStyle> Style;
	TUniquePtr<FKoekataMappingWatcher> Watcher;
};

IMPLEMENT_MODULE(FKoekataEditorModule, KoekataEditor)

#undef LOCTEXT_NAMESPACE
