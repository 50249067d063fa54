#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core, IsRunningCommandlet. It stands in this header: redxdev/Supertalk and many others. */
bool IsRunningCommandlet();

/** Page: API/Runtime/Core/Misc, FFeedbackContext. Used by: Epic's plugin LiveLinkFreeD, to read a connection from its text. */
class FFeedbackContext;
extern FFeedbackContext* GWarn;
