#pragma once

#include "Internationalization/Text.h"
#include "Modules/ModuleInterface.h"

/** Page: API/Developer/MessageLog, FMessageLogModule (5.0, 5.4). Used by: redxdev/Supertalk. */
struct FMessageLogInitializationOptions
{
	bool bShowFilters;
	bool bShowPages;
	bool bAllowClear;
};
class FMessageLogModule : public IModuleInterface
{
public:
	virtual void RegisterLogListing(const FName& Name, const FText& Label, const FMessageLogInitializationOptions& Options = FMessageLogInitializationOptions());
	virtual bool UnregisterLogListing(const FName& Name);
};
