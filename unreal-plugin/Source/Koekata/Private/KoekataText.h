#pragma once

#include "CoreMinimal.h"

#include <string>
#include <string_view>

/** Between the texts of the engine and those of the core, which are UTF-8. */
namespace KoekataText
{
inline std::string ToCore(const FString& Text)
{
	const FTCHARToUTF8 Bytes(*Text);
	return std::string(Bytes.Get(), static_cast<size_t>(Bytes.Length()));
}

inline FString FromCore(std::string_view Text)
{
	const FUTF8ToTCHAR Signs(Text.data(), static_cast<int32>(Text.size()));
	return FString(FStringView(Signs.Get(), Signs.Length()));
}

inline FName NameFromCore(std::string_view Text)
{
	return FName(*FromCore(Text));
}
} // namespace KoekataText
