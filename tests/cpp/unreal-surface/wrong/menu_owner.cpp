// no matching function for call to .FToolMenuOwner
#include "ToolMenus.h"

void Own(const void* Owner)
{
	UToolMenus::UnregisterOwner(FToolMenuOwner(Owner));
}
