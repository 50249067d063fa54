#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core, IsRunningCommandlet. */
bool IsRunningCommandlet();

/** Page: API/Runtime/Core, GWarn. Used by: Epic's plugin LiveLinkFreeD, to read a connection from its text. */
class FFeedbackContext;
extern FFeedbackContext* GWarn;
