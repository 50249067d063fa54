#pragma once

#include "Koekata/Mapping/Table.h"
#include "Names.h"
#include "Switches.h"

#include <vector>

namespace Koekata
{
/** Step 10: poses of conditions and triggers. */
class FPoses
{
public:
	FPoses(const FMappingTable& Table, const FNames& Targets);

	/** Blends the poses into the values, as much as the conditions are on. */
	void Step(const std::vector<double>& Weights, std::vector<double>& Values) const;

private:
	struct FPlaced
	{
		size_t Condition;
		EBlend Blend;
		int Priority;
		std::vector<FPlacedValue> Pose;
	};

	void Show(const FPlacedValue& Wanted, EBlend Blend, double Weight, double& Value) const;

	const std::vector<FTarget>* Targets;
	std::vector<FPlaced> All;
};
} // namespace Koekata
