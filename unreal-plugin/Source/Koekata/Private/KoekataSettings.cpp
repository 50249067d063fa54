#include "KoekataSettings.h"

#include "Interfaces/IPluginManager.h"
#include "Misc/Paths.h"

namespace
{
#if PLATFORM_WINDOWS
const TCHAR* const LibraryFile = TEXT("Win64/libzmq.dll");
#elif PLATFORM_MAC
const TCHAR* const LibraryFile = TEXT("Mac/libzmq.dylib");
#elif defined(PLATFORM_LINUXARM64) && PLATFORM_LINUXARM64
const TCHAR* const LibraryFile = TEXT("LinuxArm64/libzmq.so");
#else
const TCHAR* const LibraryFile = TEXT("Linux/libzmq.so");
#endif
} // namespace

UKoekataSettings::UKoekataSettings()
{
	CategoryName = TEXT("Plugins");
}

FString UKoekataSettings::FindLibrary()
{
	const FString& Named = GetDefault<UKoekataSettings>()->LibraryPath;
	if (!Named.IsEmpty())
	{
		return FPaths::ConvertRelativePathToFull(Named);
	}
	const TSharedPtr<IPlugin> Plugin = IPluginManager::Get().FindPlugin(TEXT("Koekata"));
	if (!Plugin.IsValid())
	{
		return FString();
	}
	return FPaths::ConvertRelativePathToFull(Plugin->GetBaseDir() / TEXT("ThirdParty/libzmq") / LibraryFile);
}
