#pragma once

#include "UObject/Object.h"

/** Page: API/Runtime/Engine/EditorFramework, UAssetImportData (5.3 to 5.5, newest). The file of GetFirstFilename is absolute; UpdateFilenameOnly leaves the file's time. */
class UAssetImportData : public UObject
{
public:
	static UClass* StaticClass();
#if WITH_EDITORONLY_DATA
	void Update(const FString& AbsoluteFilename, struct FMD5Hash* Hash = nullptr);
	void UpdateFilenameOnly(const FString& Filename);
	FString GetFirstFilename() const;
#endif
};
