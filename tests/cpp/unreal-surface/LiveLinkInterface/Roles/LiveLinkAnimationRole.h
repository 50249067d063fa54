#pragma once

#include "Roles/LiveLinkBasicRole.h"

/** Page: API/Runtime/LiveLinkInterface, ULiveLinkAnimationRole. */
class ULiveLinkAnimationRole : public ULiveLinkBasicRole
{
public:
	static UClass* StaticClass();
};
