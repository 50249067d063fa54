#pragma once

#include "Koekata/Subjects/JitterBuffer.h"

namespace Koekata
{
/** Between two frames of one layout; everything that is no motion is of the first. The share is in [0, 1]. */
void Interpolate(const FStreamFrame& From, const FStreamFrame& To, double Share, FStreamFrame& Out);

/** Beyond the last of two frames of one layout by a share of their distance, within the limits of the settings. */
void Extrapolate(const FStreamFrame& Before, const FStreamFrame& Last, double Share, const FPlayoutSettings& Settings, FStreamFrame& Out);
} // namespace Koekata
