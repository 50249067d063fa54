#pragma once

#include "Koekata/Mapping/Table.h"

#include <vector>

namespace Koekata
{
/** Step 14: attack and release, poses that values stick to, holds on twos and threes. */
class FTiming
{
public:
	explicit FTiming(const FMappingTable& Table);

	/** Changes the values in place; what is absent is left out of the frame. */
	void Step(std::vector<double>& Values, double Dt, double Now);
	/** Takes over the state of targets of the same id, and the slots of those whose hold is unchanged. */
	void Adopt(const FTiming& Other);

private:
	struct FState
	{
		/** -1 for a target without a region. */
		int Region = -1;
		bool bSprite = false;
		double Rest = 0.0;
		double Smooth;
		double Pose;
		double Held;
		double Slot;
	};

	/** What is the same for all targets of a region in a frame. */
	struct FMoment
	{
		/** How far a value comes in this frame; absent without a lag. */
		double Attack = 1.0;
		double Release = 1.0;
		double Slot = 0.0;
	};

	double Ease(FState& State, double Value, const FMoment& Moment) const;
	double Snap(FState& State, double Value, const FRegion& Region) const;
	double Hold(FState& State, double Value, double Slot) const;
	const FRegion* RegionOf(const FState& State) const;

	const std::vector<FTarget>* Targets;
	const std::vector<FRegion>* Regions;
	std::vector<FState> States;
	std::vector<FMoment> Moments;
};
} // namespace Koekata
