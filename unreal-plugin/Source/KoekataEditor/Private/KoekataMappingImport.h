#pragma once

#include "CoreMinimal.h"

class UKoekataMappingAsset;

/** Tables between their files and their assets: read, told about, opened. */
namespace KoekataMappingImport
{
/** The end of the name of a table's file that is imported without being asked what it is. */
inline const TCHAR* const Extension = TEXT(".koekata.json");

/**
 * Reads the file with all that it extends into the asset. False where a file cannot be read or the table has faults: the
 * asset keeps its last good table, and its files are watched on, so that the edit that mends it is seen.
 */
bool Read(UKoekataMappingAsset& Asset, const FString& Path);

/** The message log's page of Koekata: every fault of the asset, with a link that opens the file. */
void TellFaults(const UKoekataMappingAsset& Asset);
/** One sentence in the message log. */
void TellError(const FText& Sentence);

/** The file that the asset was imported from, absolute; empty where there is none. */
FString FileOf(const UKoekataMappingAsset& Asset);
/** A path of the chain, as faults name it, made absolute. */
FString Absolute(const UKoekataMappingAsset& Asset, const FString& Path);
/** In whatever the system edits JSON with. */
void Open(const FString& Path);
} // namespace KoekataMappingImport
