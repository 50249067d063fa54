#include "KoekataMappingFactory.h"

#include "Editor.h"
#include "EditorFramework/AssetImportData.h"
#include "KoekataMappingAsset.h"
#include "KoekataMappingImport.h"
#include "Misc/Paths.h"
#include "Subsystems/ImportSubsystem.h"

#define LOCTEXT_NAMESPACE "KoekataMappingFactory"

namespace
{
/** As those are told who listen for imports. */
const TCHAR* const FileType = TEXT("json");
} // namespace

UKoekataMappingFactory::UKoekataMappingFactory()
{
	SupportedClass = UKoekataMappingAsset::StaticClass();
	Formats.Add(TEXT("json;Koekata mapping table"));
	bCreateNew = false;
	bEditorImport = true;
	bText = false;
	// Other factories take `.json` as well, and ask what it is to become. FactoryCanImport looks before it says yes.
	ImportPriority = DefaultImportPriority + 1;
}

FText UKoekataMappingFactory::GetDisplayName() const
{
	return LOCTEXT("DisplayName", "Koekata Mapping Table");
}

bool UKoekataMappingFactory::FactoryCanImport(const FString& Filename)
{
	if (Filename.EndsWith(KoekataMappingImport::Extension))
	{
		return true;
	}
	TArray<FKoekataMappingFile> Files;
	TArray<FString> SourceFiles;
	FString Error;
	UKoekataMappingAsset* Trial = NewObject<UKoekataMappingAsset>();
	return UKoekataMappingAsset::ReadFiles(Filename, Files, SourceFiles, Error) && Trial->SetFiles(Files);
}

UObject* UKoekataMappingFactory::FactoryCreateFile(UClass* InClass, UObject* InParent, FName InName, EObjectFlags Flags, const FString& Filename, const TCHAR*, FFeedbackContext*, bool& bOutOperationCanceled)
{
	bOutOperationCanceled = false;
	UImportSubsystem* Imports = GEditor->GetEditorSubsystem<UImportSubsystem>();
	Imports->BroadcastAssetPreImport(this, InClass, InParent, InName, FileType);
	UKoekataMappingAsset* Asset = NewObject<UKoekataMappingAsset>(InParent, InClass, InName, Flags);
	if (!KoekataMappingImport::Read(*Asset, Filename))
	{
		Asset = nullptr;
	}
	Imports->BroadcastAssetPostImport(this, Asset);
	return Asset;
}

bool UKoekataMappingFactory::CanReimport(UObject* Obj, TArray<FString>& OutFilenames)
{
	const UKoekataMappingAsset* Asset = Cast<UKoekataMappingAsset>(Obj);
	if (Asset == nullptr)
	{
		return false;
	}
	OutFilenames.Add(KoekataMappingImport::FileOf(*Asset));
	return true;
}

void UKoekataMappingFactory::SetReimportPaths(UObject* Obj, const TArray<FString>& NewReimportPaths)
{
	UKoekataMappingAsset* Asset = Cast<UKoekataMappingAsset>(Obj);
	if (Asset != nullptr && Asset->AssetImportData != nullptr && NewReimportPaths.Num() == 1)
	{
		Asset->AssetImportData->UpdateFilenameOnly(NewReimportPaths[0]);
	}
}

EReimportResult::Type UKoekataMappingFactory::Reimport(UObject* Obj)
{
	UKoekataMappingAsset* Asset = Cast<UKoekataMappingAsset>(Obj);
	const FString File = Asset != nullptr ? KoekataMappingImport::FileOf(*Asset) : FString();
	if (File.IsEmpty() || !FPaths::FileExists(File) || !KoekataMappingImport::Read(*Asset, File))
	{
		return EReimportResult::Failed;
	}
	Asset->MarkPackageDirty();
	return EReimportResult::Succeeded;
}

int32 UKoekataMappingFactory::GetPriority() const
{
	return ImportPriority;
}

#undef LOCTEXT_NAMESPACE
