#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/Misc, FPaths (5.0, 5.1, 5.3, 5.4, newest). MakePathRelativeTo goes by the folder of Base: a folder needs its / at the end. */
class FPaths
{
public:
	template <typename... Parts> static FString Combine(Parts&&... Path);
	static FString ConvertRelativePathToFull(const FString& Path);
	static FString ConvertRelativePathToFull(const FString& Base, const FString& Path);
	static FString GetPath(const FString& Path);
	static FString GetBaseFilename(const FString& Path, bool bRemovePath = true);
	static FString AutomationTransientDir();
	static bool FileExists(const FString& Path);
	static bool MakePathRelativeTo(FString& Path, const TCHAR* Base);
};
