#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/Misc, FFileHelper (5.0, 5.1, 5.4, newest). */
struct FFileHelper
{
	enum class EEncodingOptions { AutoDetect, ForceAnsi, ForceUnicode, ForceUTF8, ForceUTF8WithoutBOM };
	static bool LoadFileToString(FString& Result, const TCHAR* Filename);
	static bool LoadFileToArray(TArray<uint8>& Result, const TCHAR* Filename, uint32 Flags = 0);
	static bool SaveStringToFile(FStringView Text, const TCHAR* Filename, EEncodingOptions Encoding = EEncodingOptions::AutoDetect);
};
