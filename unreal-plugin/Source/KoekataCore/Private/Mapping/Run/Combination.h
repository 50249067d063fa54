#pragma once

#include "Koekata/Mapping/Table.h"
#include "Names.h"

#include <vector>

namespace Koekata
{
/** Step 8: rows meet at their targets. */
class FCombination
{
public:
	FCombination(const FMappingTable& Table, const FNames& Targets);

	/** From values and weights of rows to values of targets, absent where no row says anything. */
	void Step(const std::vector<double>& Found, const std::vector<double>& Weights, std::vector<double>& Values) const;

private:
	double Target(size_t Place, const std::vector<double>& Found, const std::vector<double>& Weights) const;

	const std::vector<FTarget>* Targets;
	/** Of each target in the order in which they count. */
	std::vector<std::vector<size_t>> Rows;
};
} // namespace Koekata
