#pragma once

#include "Misc/OutputDevice.h"

/** Page: API/Runtime/Core/Misc, FFeedbackContext. */
class FFeedbackContext : public FOutputDevice
{
};
