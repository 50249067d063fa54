// NewObject of what is no UObject
#include "UObject/UObjectGlobals.h"

struct FPlain
{
};
FPlain* Wrong();
FPlain* Wrong()
{
	return NewObject<FPlain>();
}
