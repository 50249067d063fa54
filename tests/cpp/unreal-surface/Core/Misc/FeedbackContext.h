#pragma once

#include "Misc/OutputDevice.h"

/** Page: API/Runtime/Core/Misc, FFeedbackContext; GWarn is in CoreGlobals.h. */
class FFeedbackContext : public FOutputDevice
{
};
extern FFeedbackContext* GWarn;
