#pragma once

#include "Containers/UnrealString.h"

/** Page: "Logging in Unreal Engine"; API/Runtime/Core/Logging. */
namespace ELogVerbosity
{
enum Type : uint8 { NoLogging, Fatal, Error, Warning, Display, Log, Verbose, VeryVerbose, All };
}
struct FSurfaceLogCategory
{
};
template <typename... Arguments> void SurfaceLog(const FSurfaceLogCategory&, ELogVerbosity::Type, const TCHAR* Format, Arguments... Args)
{
	static_assert((SurfaceText::IsArgument<Arguments> && ...), "UE_LOG takes *String, not String");
}
#define DECLARE_LOG_CATEGORY_EXTERN(Name, Default, Compiled) extern struct FSurfaceLog##Name : public FSurfaceLogCategory {} Name
#define DEFINE_LOG_CATEGORY(Name) FSurfaceLog##Name Name
#define UE_LOG(Category, Verbosity, Format, ...) SurfaceLog(Category, ELogVerbosity::Verbosity, Format __VA_OPT__(, ) __VA_ARGS__)
extern FSurfaceLogCategory LogTemp;
