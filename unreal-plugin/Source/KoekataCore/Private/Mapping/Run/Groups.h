#pragma once

#include "Conditions.h"
#include "Koekata/Mapping/Table.h"
#include "Names.h"

#include <vector>

namespace Koekata
{
/** Step 13: targets that share a limit. */
class FGroups
{
public:
	FGroups(const FMappingTable& Table, const FNames& Targets);

	/** Changes the values in place; what is absent is left out of the frame. */
	void Step(const std::vector<double>& Factors, std::vector<double>& Values);

private:
	/** Members of one priority. */
	using FTier = std::vector<size_t>;

	/** Gives one tier its share, and returns the room that is left. */
	double Serve(const FGroup& Group, const FTier& Tier, double Room, double Weight, std::vector<double>& Values);

	const std::vector<FGroup>* Groups;
	std::vector<std::vector<FTier>> Tiers;
	FWeightPlan Weights;
	std::vector<double> Shares;
};
} // namespace Koekata
