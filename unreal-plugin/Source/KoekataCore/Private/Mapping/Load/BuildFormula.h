#pragma once

#include "Fields.h"
#include "Koekata/Mapping/Table.h"

namespace Koekata
{
FTerm BuildTerm(const FNode& Node);
FFormula BuildFormula(const FFields& Fields);
FRange BuildRange(const std::vector<double>& Limits);
FPose BuildPose(const FFields& Fields);
FWeighed BuildWeighed(const FFields& Fields);
} // namespace Koekata
