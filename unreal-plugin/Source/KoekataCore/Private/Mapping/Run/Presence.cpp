#include "Presence.h"

#include "Names.h"
#include "Scalar.h"

namespace Koekata
{
namespace
{
constexpr double Largest = 1e6;
} // namespace

FPresence::FPresence(const FMappingTable& Table) : Inputs(&Table.Inputs), Lost(Table.Lost), Idle(Table.Lost)
{
	FState First;
	First.Out = First.From = Absent;
	States.resize(Inputs->size(), First);
	const FNames Names = FNames::Of(*Inputs);
	Lids = {Names.At("eyeBlinkLeft"), Names.At("eyeBlinkRight")};
}

void FPresence::Step(const FMappingFrame& Frame, double Dt, std::vector<double>& Slots, FCounters& Counters)
{
	for (size_t Input = 0; Input < States.size(); ++Input)
	{
		Follow(States[Input], Read(Frame, Input, Counters), (*Inputs)[Input].Rest, Dt);
	}
	Blink(Idle.Step(Frame.bTracked, Dt));
	for (size_t Input = 0; Input < States.size(); ++Input)
	{
		Slots[Input] = States[Input].Out;
	}
}

double FPresence::Read(const FMappingFrame& Frame, size_t Input, FCounters& Counters) const
{
	const int Slot = static_cast<int>(Input);
	if (Slot >= Frame.Slots() || !Frame.IsGiven(Slot))
	{
		return Absent;
	}
	const double Value = Frame.Value(Slot);
	if (!IsFinite(Value) || std::abs(Value) > Largest)
	{
		++Counters.BadInputs;
		return Absent;
	}
	const FInput& Known = (*Inputs)[Input];
	const double Confidence = Frame.Confidence(Slot);
	const bool bBelieved = IsFinite(Confidence) && Confidence > 0.0;
	return bBelieved && (Frame.bTracked || !Known.bFace) ? Clamp(Value, Known.Range.Low, Known.Range.High) : Absent;
}

void FPresence::Follow(FState& State, double Value, double Rest, double Dt) const
{
	if (IsAbsent(Value))
	{
		if (IsAbsent(State.Out))
		{
			return;
		}
		if (!State.bMissing)
		{
			State.From = State.Out;
			State.Age = 0.0;
			State.bMissing = true;
		}
		State.Age += Dt;
		State.Out = State.From + (Rest - State.From) * Eased(State.Age);
		return;
	}
	if (State.bMissing)
	{
		State.From = State.Out;
		State.Since = 0.0;
		State.bMissing = false;
	}
	State.Since += Dt;
	const bool bReturning = IsHere(State.From) && State.Since < Lost.Return;
	State.Out = bReturning ? State.From + (Value - State.From) * (State.Since / Lost.Return) : Value;
	State.From = bReturning ? State.From : Absent;
}

double FPresence::Eased(double Age) const
{
	if (Lost.To == ELostTo::Hold || Age < Lost.Hold)
	{
		return 0.0;
	}
	return Lost.Ease > 0.0 ? std::min(1.0, (Age - Lost.Hold) / Lost.Ease) : 1.0;
}

void FPresence::Blink(double Value)
{
	if (IsAbsent(Value))
	{
		return;
	}
	for (const size_t Lid : Lids)
	{
		FState& State = States[Lid];
		if (IsAbsent(State.Out))
		{
			State.From = 0.0;
			State.bMissing = true;
			State.Age = Idle.LostFor();
		}
		State.Out = Value;
	}
}

void FPresence::Adopt(const FPresence& Other)
{
	ForShared(*Inputs, *Other.Inputs, [&](size_t Mine, size_t Theirs) { States[Mine] = Other.States[Theirs]; });
	Idle.Adopt(Other.Idle);
}
} // namespace Koekata
