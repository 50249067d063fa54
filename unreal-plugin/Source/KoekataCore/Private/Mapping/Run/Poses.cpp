#include "Poses.h"

#include "Scalar.h"

#include <algorithm>

namespace Koekata
{
FPoses::FPoses(const FMappingTable& Table, const FNames& Names) : Targets(&Table.Targets)
{
	for (size_t Place = 0; Place < Table.Conditions.size(); ++Place)
	{
		const FCondition& Condition = Table.Conditions[Place];
		FPlaced Placed = {Place, Condition.Blend, Condition.Priority, {}};
		for (const FPoseValue& Value : Condition.Pose)
		{
			Placed.Pose.push_back({Names.At(Value.Target), Value.Value});
		}
		All.push_back(std::move(Placed));
	}
	std::stable_sort(All.begin(), All.end(), [](const FPlaced& A, const FPlaced& B) { return A.Priority < B.Priority; });
}

void FPoses::Step(const std::vector<double>& Weights, std::vector<double>& Values) const
{
	for (const FPlaced& Placed : All)
	{
		const double Weight = Weights[Placed.Condition];
		for (const FPlacedValue& Wanted : Placed.Pose)
		{
			if (Weight > 0.0)
			{
				Show(Wanted, Placed.Blend, Weight, Values[Wanted.Place]);
			}
		}
	}
}

void FPoses::Show(const FPlacedValue& Wanted, EBlend Blend, double Weight, double& Value) const
{
	const FTarget& Target = (*Targets)[Wanted.Place];
	if (Target.Kind == EKind::Sprite)
	{
		Value = Weight >= 0.5 ? Wanted.Value : Value;
		return;
	}
	const double Before = IsAbsent(Value) ? Target.Rest : Value;
	switch (Blend)
	{
		case EBlend::Override: Value = Before + (Wanted.Value - Before) * Weight; break;
		case EBlend::Add: Value = Before + Wanted.Value * Weight; break;
		case EBlend::Max: Value = std::max(Before, Target.Rest + (Wanted.Value - Target.Rest) * Weight); break;
	}
}
} // namespace Koekata
