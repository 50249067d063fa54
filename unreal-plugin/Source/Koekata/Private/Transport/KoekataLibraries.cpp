#include "KoekataLibraries.h"

#include "CoreMinimal.h"
#include "HAL/PlatformProcess.h"
#include "KoekataText.h"
#include "Misc/Paths.h"

void* FKoekataLibraries::Open(const std::string& Path)
{
	const FString File = KoekataText::FromCore(Path);
	if (!FPaths::FileExists(File))
	{
		LastError = "there is no such file; 'koekata unreal install PROJECT' puts it there";
		return nullptr;
	}
	// Windows looks for what the library itself needs in the folders that are named so.
	const FString Folder = FPaths::GetPath(File);
	FPlatformProcess::PushDllDirectory(*Folder);
	void* const Library = FPlatformProcess::GetDllHandle(*File);
	FPlatformProcess::PopDllDirectory(*Folder);
	LastError = Library == nullptr ? "the system does not load it: it may be of another processor, or miss a library beside it" : "";
	return Library;
}

void* FKoekataLibraries::Symbol(void* Library, const char* Name)
{
	return FPlatformProcess::GetDllExport(Library, *KoekataText::FromCore(Name));
}

void FKoekataLibraries::Close(void* Library)
{
	FPlatformProcess::FreeDllHandle(Library);
}

std::string FKoekataLibraries::Error()
{
	return LastError;
}
