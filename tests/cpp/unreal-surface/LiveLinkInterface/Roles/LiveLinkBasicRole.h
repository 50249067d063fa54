#pragma once

#include "LiveLinkRole.h"

/** Page: API/Runtime/LiveLinkInterface, ULiveLinkBasicRole. */
class ULiveLinkBasicRole : public ULiveLinkRole
{
public:
	static UClass* StaticClass();
};
