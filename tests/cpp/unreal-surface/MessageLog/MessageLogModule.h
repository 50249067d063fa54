#pragma once

#include "Internationalization/Text.h"
#include "Modules/ModuleInterface.h"

struct FMessageLogInitializationOptions;

/** Page: API/Developer/MessageLog, FMessageLogModule (5.0, 5.3, 5.4, newest). Used by: redxdev/Supertalk. */
class FMessageLogModule : public IModuleInterface
{
public:
	virtual void RegisterLogListing(const FName& Name, const FText& Label, const FMessageLogInitializationOptions& Options);
	virtual bool UnregisterLogListing(const FName& Name);
};
