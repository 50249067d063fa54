#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/HAL, IFileManager (5.0, 5.6). */
class IFileManager
{
public:
	static IFileManager& Get();
	virtual ~IFileManager();
	virtual FDateTime GetTimeStamp(const TCHAR* Filename) = 0;
	virtual void FindFiles(TArray<FString>& Names, const TCHAR* Filename, bool bFiles, bool bFolders) = 0;
	virtual void FindFiles(TArray<FString>& Names, const TCHAR* Folder, const TCHAR* Extension = nullptr) = 0;
	virtual bool Delete(const TCHAR* Filename, bool bRequireExists = false, bool bEvenReadOnly = false, bool bQuiet = false) = 0;
	virtual bool MakeDirectory(const TCHAR* Path, bool bTree = false) = 0;
	virtual bool DeleteDirectory(const TCHAR* Path, bool bRequireExists = false, bool bTree = false) = 0;
};
