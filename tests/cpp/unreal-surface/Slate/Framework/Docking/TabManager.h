#pragma once

#include "Misc/Optional.h"
#include "Widgets/SWidget.h"

/**
 * Page: API/Runtime/Slate/Framework/Docking, FGlobalTabmanager, FTabManager (5.0, 5.2, 5.4, and without a version). No page gives the
 * name of the Live Link panel; rebocapofficial/rebocap_ue_plugin calls it LiveLinkClient.
 */
class SDockTab;
struct FTabId
{
	FTabId(const FName Type);
};
class FTabManager
{
public:
	virtual TSharedPtr<SDockTab> TryInvokeTab(const FTabId& Tab, bool bInvokeAsInactive = false);
};
class FGlobalTabmanager : public FTabManager
{
public:
	static const TSharedRef<FGlobalTabmanager>& Get();
};
