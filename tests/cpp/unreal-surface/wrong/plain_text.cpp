// no matching function|cannot convert|invalid conversion|no known conversion
#include "CoreMinimal.h"

FString Wrong();
FString Wrong()
{
	return FString::Printf("%d", 1);
}
