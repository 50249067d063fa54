#include "KoekataMappingImport.h"

#include "EditorFramework/AssetImportData.h"
#include "HAL/PlatformProcess.h"
#include "KoekataMappingAsset.h"
#include "Logging/MessageLog.h"
#include "Misc/Paths.h"

#define LOCTEXT_NAMESPACE "KoekataMappingImport"

namespace KoekataMappingImport
{
namespace
{
const FName LogName("Koekata");
} // namespace

bool Read(UKoekataMappingAsset& Asset, const FString& Path)
{
	TArray<FKoekataMappingFile> Files;
	TArray<FString> SourceFiles;
	FString Error;
	if (!UKoekataMappingAsset::ReadFiles(Path, Files, SourceFiles, Error))
	{
		TellError(FText::FromString(Error));
		return false;
	}
	Asset.Modify();
	const bool bTaken = Asset.SetFiles(Files);
	Asset.SourceFiles = SourceFiles;
	if (Asset.AssetImportData != nullptr)
	{
		Asset.AssetImportData->Update(Path);
	}
	if (!bTaken)
	{
		TellFaults(Asset);
	}
	return bTaken;
}

void TellFaults(const UKoekataMappingAsset& Asset)
{
	FMessageLog Log(LogName);
	for (const FKoekataMappingFault& Fault : Asset.Faults)
	{
		const FString Path = Absolute(Asset, Fault.File);
		const TSharedRef<FTokenizedMessage> Message = FTokenizedMessage::Create(EMessageSeverity::Error, FText::FromString(Fault.ToText()));
		Message->AddToken(FActionToken::Create(LOCTEXT("OpenFile", "Open the file"), FText::FromString(Path), FOnActionTokenExecuted::CreateLambda([Path]() { Open(Path); })));
		Log.AddMessage(Message);
	}
	Log.Open(EMessageSeverity::Error);
}

void TellError(const FText& Sentence)
{
	FMessageLog Log(LogName);
	Log.Error(Sentence);
	Log.Open(EMessageSeverity::Error);
}

FString FileOf(const UKoekataMappingAsset& Asset)
{
	return Asset.AssetImportData != nullptr ? Asset.AssetImportData->GetFirstFilename() : FString();
}

FString Absolute(const UKoekataMappingAsset& Asset, const FString& Path)
{
	return FPaths::ConvertRelativePathToFull(FPaths::GetPath(FileOf(Asset)), Path);
}

void Open(const FString& Path)
{
	if (FPaths::FileExists(Path))
	{
		FPlatformProcess::LaunchFileInDefaultExternalApplication(*Path, nullptr, ELaunchVerb::Edit);
		return;
	}
	TellError(FText::Format(LOCTEXT("NoFile", "{0} is not there. Re-import the table from where it is now."), FText::FromString(Path)));
}
} // namespace KoekataMappingImport

#undef LOCTEXT_NAMESPACE
