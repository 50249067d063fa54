#include "Conditions.h"

#include "Scalar.h"

#include <algorithm>

namespace Koekata
{
FConditions::FConditions(const FMappingTable& Table, const FNames& Names)
	: Conditions(&Table.Conditions), States(Table.Conditions.size()), Weights(2 * Table.Conditions.size(), 0.0)
{
	for (const FCondition& Condition : *Conditions)
	{
		FTerm When = Condition.When;
		When.Of = Condition.bTrigger ? Table.Inputs.front().Id : When.Of; // A slot that is there; triggers do not look.
		Whens.emplace_back(When, Names);
	}
}

void FConditions::Step(const std::vector<double>& Slots, const std::vector<FFire>& Fires, double Dt, FCounters& Counters)
{
	for (size_t Place = 0; Place < States.size(); ++Place)
	{
		const FCondition& Condition = (*Conditions)[Place];
		FState& State = States[Place];
		if (!Condition.bTrigger)
		{
			// Nothing is above or below what is absent.
			State.bOn = Hysteresis(State.bOn, Whens[Place].Value(Slots), Condition.On, Condition.Off);
		}
		else if (State.bOn && Condition.Duration > 0.0)
		{
			State.Elapsed += Dt;
			State.bOn = State.Elapsed < Condition.Duration;
		}
	}
	for (const FFire& Entry : Fires)
	{
		Fire(Entry, Counters);
	}
	for (size_t Place = 0; Place < States.size(); ++Place)
	{
		const FCondition& Condition = (*Conditions)[Place];
		Weights[Place] = Ramp(Weights[Place], States[Place].bOn, Dt, Condition.FadeIn, Condition.FadeOut);
		Weights[States.size() + Place] = 1.0 - Weights[Place];
	}
}

void FConditions::Fire(const FFire& Entry, FCounters& Counters)
{
	const auto Place = static_cast<size_t>(Entry.Condition);
	const bool bKnown = Entry.Condition >= 0 && Place < States.size() && (*Conditions)[Place].bTrigger;
	if (!bKnown || Entry.Action == EFire::Unknown)
	{
		++Counters.BadFire;
		return;
	}
	FState& State = States[Place];
	State.bOn = Entry.Action == EFire::On || (Entry.Action == EFire::Toggle && !State.bOn);
	State.Elapsed = State.bOn ? 0.0 : State.Elapsed;
}

void FConditions::Adopt(const FConditions& Other)
{
	ForShared(*Conditions, *Other.Conditions, [&](size_t Mine, size_t Theirs) {
		if ((*Conditions)[Mine].bTrigger == (*Other.Conditions)[Theirs].bTrigger)
		{
			States[Mine] = Other.States[Theirs];
			Weights[Mine] = Other.Weights[Theirs];
			Weights[States.size() + Mine] = 1.0 - Weights[Mine];
		}
	});
}

FWeightPlan::FWeightPlan(const FMappingTable& Table) : Conditions(&Table.Conditions), Names(FNames::Of(Table.Conditions))
{
}

void FWeightPlan::Add(const FWeighed& Weighed, std::string_view Region)
{
	const size_t Count = Conditions->size();
	for (const std::string& Name : Weighed.While)
	{
		Factors.push_back(Names.At(Name));
	}
	for (const std::string& Name : Weighed.Unless)
	{
		Factors.push_back(Count + Names.At(Name));
	}
	for (size_t Place = 0; Place < Count && !Region.empty(); ++Place)
	{
		const std::vector<std::string>& Regions = (*Conditions)[Place].Suppress;
		if (std::find(Regions.begin(), Regions.end(), Region) != Regions.end())
		{
			Factors.push_back(Count + Place);
		}
	}
	Ends.push_back(Factors.size());
}

double FWeightPlan::Weight(size_t Entry, const std::vector<double>& All) const
{
	double Found = 1.0;
	for (size_t Index = Ends[Entry]; Index < Ends[Entry + 1]; ++Index)
	{
		Found *= All[Factors[Index]];
	}
	return Found;
}
} // namespace Koekata
