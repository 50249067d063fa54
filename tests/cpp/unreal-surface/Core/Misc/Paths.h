#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/Misc, FPaths. */
class FPaths
{
public:
	template <typename... Parts> static FString Combine(Parts&&... Path);
	static FString ConvertRelativePathToFull(const FString& Path);
	static FString ConvertRelativePathToFull(const FString& Base, const FString& Path);
	static FString GetPath(const FString& Path);
	static FString GetCleanFilename(const FString& Path);
	static FString GetBaseFilename(const FString& Path, bool bRemovePath = true);
	static FString GetExtension(const FString& Path, bool bDot = false);
	static FString ProjectDir();
	static FString ProjectSavedDir();
	static FString AutomationTransientDir();
	static bool FileExists(const FString& Path);
	static bool DirectoryExists(const FString& Path);
	static bool IsRelative(const FString& Path);
	static void NormalizeFilename(FString& Path);
	static bool MakePathRelativeTo(FString& Path, const TCHAR* Base);
	static bool CollapseRelativeDirectories(FString& Path);
};
