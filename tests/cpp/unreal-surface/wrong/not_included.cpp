// was not declared in this scope|has not been declared
#include "CoreMinimal.h"

double Wrong();
double Wrong()
{
	return FPlatformTime::Seconds();
}
