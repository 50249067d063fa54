#pragma once

#include "Roles/LiveLinkBasicRole.h"

/** Page: API/Runtime/LiveLinkInterface, ULiveLinkAnimationRole (5.1, 5.3, 5.5, newest). */
class ULiveLinkAnimationRole : public ULiveLinkBasicRole
{
public:
	static UClass* StaticClass();
};
