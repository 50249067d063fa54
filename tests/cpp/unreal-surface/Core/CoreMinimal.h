#pragma once

// Page: "Include What You Use (IWYU) for Unreal Engine programming". Only what the real one brings with certainty.
#include "CoreTypes.h"
#include "Containers/Array.h"
#include "Containers/Map.h"
#include "Containers/Set.h"
#include "Containers/StringConv.h"
#include "Containers/UnrealString.h"
#include "Delegates/Delegate.h"
#include "Internationalization/Internationalization.h"
#include "Logging/LogMacros.h"
#include "Math/UnrealMathUtility.h"
#include "Math/Transform.h"
#include "Misc/DateTime.h"
#include "Misc/Guid.h"
#include "Misc/Timespan.h"
#include "Templates/Function.h"
#include "Templates/SharedPointer.h"
#include "Templates/UnrealTemplate.h"
#include "UObject/NameTypes.h"

class UObject;
class UClass;
class UScriptStruct;
