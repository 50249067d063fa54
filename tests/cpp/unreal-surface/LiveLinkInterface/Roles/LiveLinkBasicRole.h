#pragma once

#include "LiveLinkRole.h"

/** Page: API/Runtime/LiveLinkInterface, ULiveLinkBasicRole (5.1, newest). */
class ULiveLinkBasicRole : public ULiveLinkRole
{
public:
	static UClass* StaticClass();
};
