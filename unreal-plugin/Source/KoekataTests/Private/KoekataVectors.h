#pragma once

#include "CoreMinimal.h"
#include "Dom/JsonObject.h"
#include "Koekata/Mapping/Loader.h"

#include <map>
#include <string>

class FAutomationTestBase;

/** The vectors of mappings/conformance, read by the engine's own JSON reader, which the core does not use. */
namespace KoekataVectors
{
/** The folder `apply`: after -KoekataVectors= on the command line, or in the repository that the plugin lies in. */
FString Folder();
/** Paths of its files. */
TArray<FString> Files();
/** Walks all tests of a file. */
void Walk(FAutomationTestBase& Test, const FString& Path);
} // namespace KoekataVectors
