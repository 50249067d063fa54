#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Slate/Framework/Commands, FUIAction, FExecuteAction. */
DECLARE_DELEGATE(FExecuteAction);
struct FUIAction
{
	FUIAction();
	FUIAction(FExecuteAction Execute);
};
