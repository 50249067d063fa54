#pragma once

#include "CoreMinimal.h"

/**
 * Page: API/Runtime/Core/HAL, IFileManager (5.0, 5.3, 5.6; FindFiles 5.0, 5.1, 5.4, 5.6). FindFiles gives names without the folder: no
 * page says so, but public plugins join the two; a file that is not there has FDateTime::MinValue().
 */
class IFileManager
{
public:
	static IFileManager& Get();
	virtual ~IFileManager();
	virtual FDateTime GetTimeStamp(const TCHAR* Filename) = 0;
	virtual void FindFiles(TArray<FString>& Names, const TCHAR* Filename, bool bFiles, bool bFolders) = 0;
	virtual void FindFiles(TArray<FString>& Names, const TCHAR* Folder, const TCHAR* Extension = nullptr) = 0;
	virtual bool DeleteDirectory(const TCHAR* Path, bool bRequireExists = false, bool bTree = false) = 0;
};
