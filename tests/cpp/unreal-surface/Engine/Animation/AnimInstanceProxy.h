#pragma once

#include "Animation/AnimNodeBase.h"

/** Page: API/Runtime/Engine/Animation, FAnimInstanceProxy. */
struct FAnimInstanceProxy
{
};
