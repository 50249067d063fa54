#pragma once

#include "Delegates/Delegate.h"

/** Page: API/Runtime/SlateCore/Types, EActiveTimerReturnType, FWidgetActiveTimerDelegate. Used by: lifelike-and-believable/VMCLiveLink SVMCMappingTable.cpp. */
enum class EActiveTimerReturnType : uint8 { Stop, Continue };
DECLARE_DELEGATE_RetVal_TwoParams(EActiveTimerReturnType, FWidgetActiveTimerDelegate, double, float);
