#pragma once

#include "Koekata/Mapping/Table.h"
#include "Merge.h"

namespace Koekata
{
/** Makes a table of merged entries without faults. */
FMappingTable BuildTable(const FMerged& Merged);
} // namespace Koekata
