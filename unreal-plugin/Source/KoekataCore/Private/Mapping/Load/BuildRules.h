#pragma once

#include "Koekata/Mapping/Table.h"
#include "Merge.h"

namespace Koekata
{
FEyes BuildEyes(const FStated& Stated);
FLost BuildLost(const FStated& Stated);
} // namespace Koekata
