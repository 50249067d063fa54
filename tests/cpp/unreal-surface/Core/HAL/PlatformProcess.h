#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/GenericPlatform, FGenericPlatformProcess. */
namespace ELaunchVerb
{
enum Type { Open, Edit };
}
struct FPlatformProcess
{
	static void* GetDllHandle(const TCHAR* File);
	static void FreeDllHandle(void* Handle);
	static void* GetDllExport(void* Handle, const TCHAR* Name);
	static void PushDllDirectory(const TCHAR* Folder);
	static void PopDllDirectory(const TCHAR* Folder);
	static bool LaunchFileInDefaultExternalApplication(const TCHAR* File, const TCHAR* Parameters = nullptr, ELaunchVerb::Type Verb = ELaunchVerb::Open, bool bPrompt = true);
	static void LaunchURL(const TCHAR* Url, const TCHAR* Parameters, FString* Error);
};
