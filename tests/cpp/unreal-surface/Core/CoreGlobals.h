#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core, IsRunningCommandlet. */
bool IsRunningCommandlet();
