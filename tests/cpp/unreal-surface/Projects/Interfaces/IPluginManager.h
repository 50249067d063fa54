#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Projects/Interfaces, IPluginManager, IPlugin (5.1, 5.3 to 5.5, newest). Used by: CesiumGS/cesium-unreal. */
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
