#include "Overrides.h"

#include "Scalar.h"

namespace Koekata
{
FVrmOverrides::FVrmOverrides(const std::vector<FTarget>& InTargets) : Targets(&InTargets)
{
	for (size_t Place = 0; Place < InTargets.size(); ++Place)
	{
		const FTarget& Target = InTargets[Place];
		const EOverride Modes[] = {Target.OverrideBlink, Target.OverrideLookAt, Target.OverrideMouth};
		for (size_t Category = 0; Category < Categories.size(); ++Category)
		{
			if (Modes[Category] != EOverride::None)
			{
				Categories[Category].Sources.push_back({Place, Modes[Category] == EOverride::Blend});
			}
		}
		if (Target.Category != ECategory::None)
		{
			Categories[static_cast<size_t>(Target.Category) - 1].Damped.push_back(Place);
		}
		if (Target.bBinary)
		{
			Binary.push_back(Place);
		}
	}
}

void FVrmOverrides::Step(std::vector<double>& Values) const
{
	for (const size_t Place : Binary)
	{
		Values[Place] = IsAbsent(Values[Place]) ? Absent : Values[Place] > 0.5 ? 1.0 : 0.0;
	}
	double Amounts[3];
	for (size_t Category = 0; Category < Categories.size(); ++Category)
	{
		Amounts[Category] = Amount(Categories[Category], Values);
	}
	for (size_t Category = 0; Category < Categories.size(); ++Category)
	{
		for (const size_t Place : Categories[Category].Damped)
		{
			const FTarget& Target = (*Targets)[Place];
			if (Amounts[Category] > 0.0 && IsHere(Values[Place]))
			{
				const double Damped = Target.Rest + (Values[Place] - Target.Rest) * (1.0 - Amounts[Category]);
				Values[Place] = Target.bBinary ? 0.0 : Damped;
			}
		}
	}
}

double FVrmOverrides::Amount(const FCategory& Category, const std::vector<double>& Values)
{
	double Total = 0.0;
	for (const FSource& Source : Category.Sources)
	{
		const double Value = Values[Source.Place];
		if (IsHere(Value))
		{
			Total += Source.bBlend ? Value : Value > 0.0 ? 1.0 : 0.0;
		}
	}
	return Clamp(Total, 0.0, 1.0);
}
} // namespace Koekata
