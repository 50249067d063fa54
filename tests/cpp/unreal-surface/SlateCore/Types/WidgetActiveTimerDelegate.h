#pragma once

#include "Delegates/Delegate.h"

/** Page: API/Runtime/SlateCore/Types, EActiveTimerReturnType, FWidgetActiveTimerDelegate. In use: Epic's Live Link panel. */
enum class EActiveTimerReturnType : uint8 { Stop, Continue };
DECLARE_DELEGATE_RetVal_TwoParams(EActiveTimerReturnType, FWidgetActiveTimerDelegate, double, float);
