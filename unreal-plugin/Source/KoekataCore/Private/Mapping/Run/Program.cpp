#include "Program.h"

#include "Scalar.h"

namespace Koekata
{
namespace
{
constexpr double LongestStep = 10.0;
constexpr size_t OwnInputCount = 3;

/** Inputs, then those that the evaluator itself delivers, then signals. */
FNames AllNames(const FMappingTable& Table)
{
	FNames Names = FNames::Of(Table.Inputs);
	for (const char* Own : {"tracked", "winkLeft", "winkRight"})
	{
		Names.Add(Own);
	}
	for (const FSignal& Signal : Table.Signals)
	{
		Names.Add(Signal.Id);
	}
	return Names;
}
} // namespace

FProgram::FProgram(const FMappingTable& InTable)
	: Table(InTable), Inputs(FNames::Of(InTable.Inputs)), Names(AllNames(InTable)), Targets(FNames::Of(InTable.Targets)),
	  Presence(InTable), Eyes(InTable.Eyes, Inputs), Conditions(InTable, Names), Plan(InTable), Combination(InTable, Targets),
	  Switches(InTable, Targets), Poses(InTable, Targets), Overrides(InTable.Targets), Groups(InTable, Targets), Timing(InTable),
	  Events(InTable.Targets)
{
	for (const FSignal& Signal : Table.Signals)
	{
		Signals.Add(Signal.Formula, Names);
	}
	for (const FRow& Row : Table.Rows)
	{
		Formulas.Add(Row.Formula, Names);
		Plan.Add(Row.Weighed, Table.Targets[Targets.At(Row.To)].Region);
		Found.push_back(Absent);
	}
	for (const FSwitch& Switch : Table.Switches)
	{
		for (const FChoice& Choice : Switch.Choices)
		{
			Formulas.Add(Choice.Formula, Names);
			Plan.Add(Choice.Weighed, "");
			Found.push_back(Absent);
		}
	}
	for (const FTarget& Target : Table.Targets)
	{
		Bounds.push_back({Target.Range.Low, Target.Range.High, Target.Rest, Target.Kind == EKind::Sprite});
	}
	Weights.resize(Found.size(), 1.0);
	Slots.resize(Table.Inputs.size() + OwnInputCount + Table.Signals.size(), Absent);
	Values.resize(Table.Targets.size(), Absent);
	Written.resize(Table.Targets.size(), 0);
	Fired.reserve(Table.Targets.size());
}

void FProgram::Step(const FMappingFrame& Frame, FCounters& Counters)
{
	const double Dt = Advance(Frame, Counters);
	NoteRaw(Frame);
	Read(Frame, Dt, Counters);
	Note(&FTrace::Slots, Slots);
	Drive(Dt);
	Limit();
	Note(&FTrace::Ranged, Values);
	Overrides.Step(Values);
	Groups.Step(Conditions.Factors(), Values);
	Note(&FTrace::Excluded, Values);
	Timing.Step(Values, Dt, Now);
	Finish();
	bTraced = Tracing != nullptr;
}

double FProgram::Advance(const FMappingFrame& Frame, FCounters& Counters)
{
	const bool bGood = IsFinite(Frame.Dt) && Frame.Dt >= 0.0;
	Counters.BadDt += bGood ? 0 : 1;
	const double Dt = bGood ? std::min(Frame.Dt, LongestStep) : 0.0;
	const bool bTime = Frame.bHasTime && IsFinite(Frame.Time);
	Counters.BadTime += Frame.bHasTime && !bTime ? 1 : 0;
	Now = bTime ? Frame.Time : Now + Dt;
	return Dt;
}

void FProgram::Read(const FMappingFrame& Frame, double Dt, FCounters& Counters)
{
	Presence.Step(Frame, Dt, Slots, Counters);
	Eyes.Step(Slots, Dt);
	size_t Slot = Table.Inputs.size();
	Slots[Slot++] = Frame.bTracked ? 1.0 : 0.0;
	Slots[Slot++] = Eyes.WinkLeft();
	Slots[Slot++] = Eyes.WinkRight();
	for (size_t Signal = 0; Signal < Table.Signals.size(); ++Signal)
	{
		Slots[Slot++] = Signals.Value(Signal, Slots);
	}
	Conditions.Step(Slots, Frame.Fire, Dt, Counters);
}

void FProgram::Drive(double Dt)
{
	const size_t Rows = Table.Rows.size();
	for (size_t Index = 0; Index < Found.size(); ++Index)
	{
		Found[Index] = Formulas.Value(Index, Slots);
		Weights[Index] = Plan.Weight(Index, Conditions.Factors());
	}
	Combination.Step(Found, Weights, Values);
	Note(&FTrace::Combined, Values);
	Note(&FTrace::Found, Found);
	Note(&FTrace::Weights, Weights);
	for (size_t Choice = Rows; Choice < Found.size(); ++Choice)
	{
		Found[Choice] *= Weights[Choice];
	}
	Switches.Step(Found, Rows, Dt, Values);
	Poses.Step(Conditions.Factors(), Values);
}

void FProgram::Limit()
{
	for (size_t Place = 0; Place < Values.size(); ++Place)
	{
		const FBounds& Bound = Bounds[Place];
		const bool bHere = IsHere(Values[Place]);
		Written[Place] = bHere ? 1 : Written[Place];
		if (Written[Place] != 0)
		{
			Values[Place] = Clamp(bHere ? Values[Place] : Bound.Rest, Bound.Low, Bound.High);
		}
	}
}

void FProgram::Finish()
{
	for (size_t Place = 0; Place < Values.size(); ++Place)
	{
		const FBounds& Bound = Bounds[Place];
		if (IsHere(Values[Place]))
		{
			Values[Place] = Clamp(Values[Place], Bound.Low, Bound.High);
			Values[Place] = Bound.bSprite ? std::floor(Values[Place] + 0.5) : Values[Place];
		}
	}
	Note(&FTrace::Final, Values);
	Events.Step(Values, Fired);
}

void FProgram::Adopt(const FProgram& Other)
{
	Now = Other.Now;
	Presence.Adopt(Other.Presence);
	Eyes.Adopt(Other.Eyes);
	Conditions.Adopt(Other.Conditions);
	Switches.Adopt(Other.Switches);
	Timing.Adopt(Other.Timing);
	Events.Adopt(Other.Events);
	ForShared(Table.Targets, Other.Table.Targets, [&](size_t Mine, size_t Theirs) { Written[Mine] = Other.Written[Theirs]; });
	SetTracing(Other.Tracing != nullptr);
}

void FProgram::SetTracing(bool bOn)
{
	bTraced = bTraced && bOn;
	Tracing = bOn ? std::make_unique<FTrace>() : nullptr;
}

void FProgram::Note(std::vector<double> FTrace::*Stage, const std::vector<double>& Current)
{
	if (Tracing != nullptr)
	{
		(*Tracing).*Stage = Current;
	}
}

void FProgram::NoteRaw(const FMappingFrame& Frame)
{
	if (Tracing == nullptr)
	{
		return;
	}
	Tracing->Raw.assign(Table.Inputs.size(), Absent);
	for (int Slot = 0; Slot < Frame.Slots() && Slot < static_cast<int>(Table.Inputs.size()); ++Slot)
	{
		Tracing->Raw[static_cast<size_t>(Slot)] = Frame.IsGiven(Slot) ? Frame.Value(Slot) : Absent;
	}
}
} // namespace Koekata
