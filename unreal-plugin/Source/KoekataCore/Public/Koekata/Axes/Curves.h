#pragma once

#include "Koekata/Api.h"

#include <cstddef>
#include <string_view>

namespace Koekata
{
/** A channel with the name of its curve in Unreal. */
struct FCurveName
{
	std::string_view Channel;
	/** As EARFaceBlendShape spells it: EyeBlinkLeft. Ends with a zero. */
	std::string_view Curve;
};

/** Every weight of mappings/channels.json, in its order. */
KOEKATACORE_API const FCurveName* CurveNames(size_t& Count);
/** The place among CurveNames, -1 for channels that Unreal has no curve for. */
KOEKATACORE_API int CurveIndex(std::string_view Channel);
} // namespace Koekata
