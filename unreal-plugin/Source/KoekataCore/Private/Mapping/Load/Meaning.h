#pragma once

#include "Merge.h"

/** Checks of what a table means, after its form was found right; faults go to the documents of the nodes. */
namespace Koekata
{
/** All of them. */
void CheckMeaning(const FMerged& Merged);

/** That what names something names what is there. */
void CheckReferences(const FMerged& Merged);
/** That limits stand the right way round and keys rise. */
void CheckOrders(const FMerged& Merged);
/** That nothing stands together that cannot: the code `impossible`. */
void CheckTogether(const FMerged& Merged);
} // namespace Koekata
