#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/GenericPlatform, ELaunchVerb. */
namespace ELaunchVerb
{
enum Type { Open, Edit };
}
/** Page: API/Runtime/Core/GenericPlatform, FGenericPlatformProcess, FUnixPlatformProcess (5.1 to 5.5, newest). Used by: CesiumGS/cesium-unreal and most with libraries of others. */
struct FPlatformProcess
{
	static bool LaunchFileInDefaultExternalApplication(const TCHAR* File, const TCHAR* Parameters = nullptr, ELaunchVerb::Type Verb = ELaunchVerb::Open, bool bPrompt = true);
	static void* GetDllHandle(const TCHAR* Filename);
	static void FreeDllHandle(void* DllHandle);
	static void* GetDllExport(void* DllHandle, const TCHAR* ProcName);
	static void PushDllDirectory(const TCHAR* Directory);
	static void PopDllDirectory(const TCHAR* Directory);
};
