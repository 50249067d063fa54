#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Projects/Interfaces, IPluginManager, IPlugin. */
class IPlugin
{
public:
	virtual ~IPlugin();
	virtual FString GetBaseDir() const = 0;
};
class IPluginManager
{
public:
	static IPluginManager& Get();
	virtual TSharedPtr<IPlugin> FindPlugin(const FStringView Name) = 0;
	TSharedPtr<IPlugin> FindPlugin(const ANSICHAR* Name);
};
