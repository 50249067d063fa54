#include "Groups.h"

#include "Scalar.h"

#include <algorithm>

namespace Koekata
{
FGroups::FGroups(const FMappingTable& Table, const FNames& Targets) : Groups(&Table.Groups), Weights(Table)
{
	size_t Largest = 0;
	for (const FGroup& Group : *Groups)
	{
		std::vector<FMember> Members = Group.Members;
		std::stable_sort(Members.begin(), Members.end(), [](const FMember& A, const FMember& B) { return A.Priority > B.Priority; });
		Tiers.emplace_back();
		for (size_t Index = 0; Index < Members.size(); ++Index)
		{
			if (Index == 0 || Members[Index].Priority != Members[Index - 1].Priority)
			{
				Tiers.back().emplace_back();
			}
			Tiers.back().back().push_back(Targets.At(Members[Index].Target));
		}
		Largest = std::max(Largest, Members.size());
		Weights.Add(Group.Weighed, "");
	}
	Shares.resize(Largest);
}

void FGroups::Step(const std::vector<double>& Factors, std::vector<double>& Values)
{
	for (size_t Place = 0; Place < Groups->size(); ++Place)
	{
		const FGroup& Group = (*Groups)[Place];
		const double Weight = Weights.Weight(Place, Factors);
		double Room = Group.Limit;
		for (const FTier& Tier : Tiers[Place])
		{
			Room = Serve(Group, Tier, Room, Weight, Values);
		}
	}
}

double FGroups::Serve(const FGroup& Group, const FTier& Tier, double Room, double Weight, std::vector<double>& Values)
{
	const double Scale = Group.bScale && Group.Limit > 0.0 ? Room / Group.Limit : 1.0;
	double Total = 0.0;
	for (size_t Index = 0; Index < Tier.size(); ++Index)
	{
		const double Value = Values[Tier[Index]];
		Shares[Index] = Value > 0.0 ? Value * Scale : 0.0;
		Total += Shares[Index];
	}
	const double Fit = Total > Room ? Room / Total : 1.0;
	for (size_t Index = 0; Index < Tier.size(); ++Index)
	{
		double& Value = Values[Tier[Index]];
		if (Value > 0.0)
		{
			Value = Value + (Shares[Index] * Fit - Value) * Weight;
		}
	}
	return std::max(0.0, Room - std::min(Total, Room));
}
} // namespace Koekata
