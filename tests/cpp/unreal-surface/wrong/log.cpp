// UE_LOG takes \*String, not String
#include "CoreMinimal.h"

void Wrong(const FString& Text);
void Wrong(const FString& Text)
{
	UE_LOG(LogTemp, Display, TEXT("%s"), Text);
}
