#include "KoekataMappingAsset.h"

#include "EditorFramework/AssetImportData.h"
#include "Koekata/Mapping/Loader.h"
#include "KoekataLog.h"
#include "KoekataText.h"
#include "KoekataTableFiles.h"
#include "Misc/FileHelper.h"
#include "Misc/Paths.h"
#include "UObject/UObjectGlobals.h"

FString FKoekataMappingFault::ToText() const
{
	return FString::Printf(TEXT("%s:%d:%d: %s %s"), *File, Line, Column, *Message, *Remedy);
}

namespace
{
FKoekataMappingFault FaultFromCore(const Koekata::FFault& Fault)
{
	FKoekataMappingFault Found;
	Found.Code = KoekataText::FromCore(Fault.Code);
	Found.File = KoekataText::FromCore(Fault.File);
	Found.Pointer = KoekataText::FromCore(Fault.Pointer);
	Found.Line = Fault.Line;
	Found.Column = Fault.Column;
	Found.Message = KoekataText::FromCore(Fault.Message);
	Found.Remedy = KoekataText::FromCore(Fault.Remedy);
	return Found;
}
} // namespace

void UKoekataMappingAsset::PostInitProperties()
{
	Super::PostInitProperties();
#if WITH_EDITORONLY_DATA
	if (!HasAnyFlags(RF_ClassDefaultObject))
	{
		AssetImportData = NewObject<UAssetImportData>(this, TEXT("AssetImportData"));
	}
#endif
}

void UKoekataMappingAsset::PostLoad()
{
	Super::PostLoad();
	if (Files.Num() > 0 && !Load(Files))
	{
		UE_LOG(LogKoekata, Error, TEXT("%s: the mapping table cannot be used: %s"), *GetPathName(), Faults.Num() > 0 ? *Faults[0].ToText() : TEXT(""));
	}
}

bool UKoekataMappingAsset::SetFiles(const TArray<FKoekataMappingFile>& NewFiles)
{
	const bool bTaken = Load(NewFiles);
	if (bTaken)
	{
		Modify();
		Files = NewFiles;
	}
	Changed.Broadcast();
	return bTaken;
}

bool UKoekataMappingAsset::SetText(const FString& Json)
{
	TArray<FKoekataMappingFile> NewFiles = Files;
	if (NewFiles.Num() == 0)
	{
		NewFiles.AddDefaulted_GetRef().Path = TEXT("table.json");
	}
	NewFiles[0].Text = Json;
	return SetFiles(NewFiles);
}

bool UKoekataMappingAsset::Load(const TArray<FKoekataMappingFile>& From)
{
	Faults.Reset();
	if (From.Num() == 0)
	{
		return false;
	}
	FKoekataTableFiles Held(From);
	Koekata::FLoadResult Loaded = Koekata::LoadTable(KoekataText::ToCore(From[0].Path), Held);
	for (const Koekata::FFault& Fault : Loaded.Faults)
	{
		Faults.Add(FaultFromCore(Fault));
	}
	if (Loaded.Table == nullptr)
	{
		return false;
	}
	Table = Loaded.Table;
	++Revision;
	return true;
}

bool UKoekataMappingAsset::ReadFiles(const FString& Path, TArray<FKoekataMappingFile>& OutFiles, TArray<FString>& OutSourceFiles, FString& Error)
{
	FKoekataDiskFiles Disk;
	const FString Whole = FPaths::ConvertRelativePathToFull(Path);
	const Koekata::FLoadResult Loaded = Koekata::LoadTable(KoekataText::ToCore(Whole), Disk);
	// Other faults are told by SetFiles, which sees the same texts. These are lost when bytes become text.
	for (const Koekata::FFault& Fault : Loaded.Faults)
	{
		if (Disk.Found.Num() == 0 || Fault.Code == "encoding" || Fault.Code == "too-large")
		{
			Error = FaultFromCore(Fault).ToText();
			return false;
		}
	}
	OutFiles = Disk.Found;
	OutSourceFiles.Reset();
	for (FKoekataMappingFile& File : OutFiles)
	{
		OutSourceFiles.Add(File.Path);
		FPaths::MakePathRelativeTo(File.Path, *Whole);
	}
	return true;
}

TArray<FString> UKoekataMappingAsset::GetTargetIds() const
{
	TArray<FString> Ids;
	if (Table != nullptr)
	{
		for (const Koekata::FTarget& Target : Table->Targets)
		{
			Ids.Add(KoekataText::FromCore(Target.Id));
		}
	}
	return Ids;
}

TArray<FString> UKoekataMappingAsset::GetTriggerIds() const
{
	TArray<FString> Ids;
	if (Table != nullptr)
	{
		for (const Koekata::FCondition& Condition : Table->Conditions)
		{
			if (Condition.bTrigger)
			{
				Ids.Add(KoekataText::FromCore(Condition.Id));
			}
		}
	}
	return Ids;
}
