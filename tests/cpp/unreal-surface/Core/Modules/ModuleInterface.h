#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/Modules, IModuleInterface. */
class IModuleInterface
{
public:
	virtual ~IModuleInterface() {}
	virtual void StartupModule() {}
	virtual void ShutdownModule() {}
};
