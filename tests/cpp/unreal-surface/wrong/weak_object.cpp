// invalid use of incomplete type .*FWeakObjectPtr
#include "CoreMinimal.h"
#include "UObject/WeakObjectPtrTemplates.h"

struct FHolder
{
	TWeakObjectPtr<UObject> Object;
};
