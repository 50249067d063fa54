#pragma once

#include "CoreMinimal.h"
#include "Templates/SubclassOf.h"
#include "UObject/Object.h"

/** Page: API/Runtime/LiveLinkInterface, ULiveLinkRole. */
class ULiveLinkRole : public UObject
{
public:
	static UClass* StaticClass();
};
