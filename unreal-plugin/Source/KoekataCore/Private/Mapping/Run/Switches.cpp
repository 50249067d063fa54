#include "Switches.h"

#include "Scalar.h"

#include <algorithm>

namespace Koekata
{
namespace
{
std::vector<FPlacedValue> Resting(const FSwitch& Switch, const FMappingTable& Table, const FNames& Targets)
{
	std::vector<FPlacedValue> Found;
	for (const FChoice& Choice : Switch.Choices)
	{
		for (const FPoseValue& Value : Choice.Pose)
		{
			const size_t Place = Targets.At(Value.Target);
			Found.push_back({Place, Table.Targets[Place].Rest});
		}
	}
	return Found;
}
} // namespace

FSwitches::FSwitches(const FMappingTable& Table, const FNames& Targets) : Switches(&Table.Switches), States(Table.Switches.size())
{
	for (const FSwitch& Switch : *Switches)
	{
		const std::vector<FPlacedValue> Rest = Resting(Switch, Table, Targets);
		for (const FChoice& Choice : Switch.Choices)
		{
			Poses.push_back(Rest);
			for (const FPoseValue& Value : Choice.Pose)
			{
				Poses.back().push_back({Targets.At(Value.Target), Value.Value});
			}
		}
	}
}

void FSwitches::Step(const std::vector<double>& Scores, size_t First, double Dt, std::vector<double>& Values)
{
	size_t Choice = 0;
	for (size_t Place = 0; Place < States.size(); ++Place)
	{
		const FSwitch& Switch = (*Switches)[Place];
		FState& State = States[Place];
		State.Since += Dt;
		Choose(Switch, State, &Scores[First + Choice]);
		if (State.Choice >= 0)
		{
			for (const FPlacedValue& Value : Poses[Choice + static_cast<size_t>(State.Choice)])
			{
				Values[Value.Place] = Value.Value;
			}
		}
		Choice += Switch.Choices.size();
	}
}

void FSwitches::Choose(const FSwitch& Switch, FState& State, const double* Scores) const
{
	int Best = -1;
	for (int Index = 0; Index < static_cast<int>(Switch.Choices.size()); ++Index)
	{
		if (IsHere(Scores[Index]) && (Best < 0 || Scores[Index] > Scores[Best]))
		{
			Best = Index;
		}
	}
	if (Best < 0 || Best == State.Choice)
	{
		return;
	}
	if (State.Choice >= 0)
	{
		const double Current = Scores[State.Choice];
		const bool bBeaten = IsAbsent(Current) || Scores[Best] > Current + Switch.Hysteresis;
		if (!bBeaten || State.Since < Switch.Choices[static_cast<size_t>(State.Choice)].Hold)
		{
			return;
		}
	}
	State.Choice = Best;
	State.Since = 0.0;
}

void FSwitches::Adopt(const FSwitches& Other)
{
	ForShared(*Switches, *Other.Switches, [&](size_t Mine, size_t Theirs) {
		const int Shown = Other.States[Theirs].Choice;
		if (Shown < 0)
		{
			return;
		}
		const std::string& Id = (*Other.Switches)[Theirs].Choices[static_cast<size_t>(Shown)].Id;
		const int Choice = FNames::Of((*Switches)[Mine].Choices).Find(Id);
		if (Choice >= 0)
		{
			States[Mine] = {Choice, Other.States[Theirs].Since};
		}
	});
}
} // namespace Koekata
