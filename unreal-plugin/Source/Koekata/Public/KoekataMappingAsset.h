#pragma once

#include "CoreMinimal.h"
#include "UObject/Object.h"
#include "UObject/ObjectPtr.h"

#include <memory>

#include "KoekataMappingAsset.generated.h"

class UAssetImportData;

namespace Koekata
{
struct FMappingTable;
}

/** What is wrong with a table, where, and how to mend it: a fault of mappings/SPEC.md, "Errors". */
USTRUCT(BlueprintType)
struct KOEKATA_API FKoekataMappingFault
{
	GENERATED_BODY()

	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	FString Code;

	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	FString File;

	/** JSON pointer of the entry. */
	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	FString Pointer;

	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	int32 Line = 1;

	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	int32 Column = 1;

	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	FString Message;

	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	FString Remedy;

	/** One line: file, line, column, what, how to mend it. */
	FString ToText() const;
};

/** A file of a table: its path as the chain names it, and its text. */
USTRUCT(BlueprintType)
struct KOEKATA_API FKoekataMappingFile
{
	GENERATED_BODY()

	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	FString Path;

	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	FString Text;
};

DECLARE_MULTICAST_DELEGATE(FOnKoekataMappingChanged);

/**
 * A mapping table with all that it extends, as JSON, so that it loads in packaged games without any file. A table with
 * faults is not taken: what was loaded before goes on, and the faults tell why.
 */
UCLASS(BlueprintType)
class KOEKATA_API UKoekataMappingAsset : public UObject
{
	GENERATED_BODY()

public:
	/** The table's own file first, then what it extends. Paths are relative to the first and use `/`. */
	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Category = "Koekata")
	TArray<FKoekataMappingFile> Files;

	/** Of the last texts; empty when they were taken. */
	UPROPERTY(VisibleAnywhere, BlueprintReadOnly, Transient, Category = "Koekata")
	TArray<FKoekataMappingFault> Faults;

#if WITH_EDITORONLY_DATA
	/** Where the table was imported from. */
	UPROPERTY(VisibleAnywhere, Instanced, Category = "Import")
	TObjectPtr<UAssetImportData> AssetImportData;

	/** Every file of the chain, absolute, for re-import on edit. */
	UPROPERTY(VisibleAnywhere, AdvancedDisplay, Category = "Import")
	TArray<FString> SourceFiles;
#endif

	virtual void PostInitProperties() override;
	virtual void PostLoad() override;

	/** Takes new texts, also from an editor. False, with Faults, where they are no table; the last good one goes on. */
	bool SetFiles(const TArray<FKoekataMappingFile>& NewFiles);
	/** A table in one text, as from Blueprint; `extends` finds the files that are here already. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	bool SetText(const FString& Json);

	/** Reads a file and all that it extends. False, with a sentence, where one of them cannot be read. */
	static bool ReadFiles(const FString& Path, TArray<FKoekataMappingFile>& OutFiles, TArray<FString>& OutSourceFiles, FString& Error);

	/** Null where nothing good was ever loaded. Game thread. */
	std::shared_ptr<const Koekata::FMappingTable> GetTable() const { return Table; }
	/** Grows with every table that was taken. */
	int32 GetRevision() const { return Revision; }
	/** After a table was taken, and after one was refused. Game thread. */
	FOnKoekataMappingChanged& OnChanged() { return Changed; }

	UFUNCTION(BlueprintPure, Category = "Koekata")
	bool IsLoaded() const { return Table != nullptr; }
	/** Ids of everything that the table drives. */
	UFUNCTION(BlueprintPure, Category = "Koekata")
	TArray<FString> GetTargetIds() const;
	/** Ids of conditions that are fired by name. */
	UFUNCTION(BlueprintPure, Category = "Koekata")
	TArray<FString> GetTriggerIds() const;

private:
	bool Load(const TArray<FKoekataMappingFile>& From);

	std::shared_ptr<const Koekata::FMappingTable> Table;
	int32 Revision = 0;
	FOnKoekataMappingChanged Changed;
};
