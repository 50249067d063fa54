#pragma once

#include "Contract.h"
#include "Mapping/Json/Document.h"

namespace Koekata
{
/** Checks the form of one file against the schema, and notes every fault in its document. */
void CheckForm(const FNode& Root);
} // namespace Koekata
