#pragma once

#include "CoreMinimal.h"

namespace UE::Anim
{
/** Page: API/Runtime/Engine, UE::Anim::ECurveElementFlags (5.3 and newer). */
enum class ECurveElementFlags : uint8 { None = 0, Material = 1, MorphTarget = 2 };
constexpr ECurveElementFlags operator|(ECurveElementFlags One, ECurveElementFlags Other);
} // namespace UE::Anim
