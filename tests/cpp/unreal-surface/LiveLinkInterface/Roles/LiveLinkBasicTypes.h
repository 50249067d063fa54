#pragma once

// Page: API/Runtime/LiveLinkInterface, FLiveLinkBasicBlueprintData. The data of the Basic role is the base data.
#include "LiveLinkTypes.h"
