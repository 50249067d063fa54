#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core, IsRunningCommandlet (5.4). It stands in this header: redxdev/Supertalk and many others. */
bool IsRunningCommandlet();

/** Page: API/Runtime/Core/Misc, FFeedbackContext. Public plugins hand it to ImportText as we do. */
class FFeedbackContext;
extern FFeedbackContext* GWarn;
