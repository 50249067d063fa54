#pragma once

#include "Koekata/Mapping/Table.h"
#include "Merge.h"

namespace Koekata
{
/** Every target, in the order of step 12 of the specification. */
std::vector<FTarget> BuildTargets(const FMerged& Merged);
} // namespace Koekata
