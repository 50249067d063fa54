#include "Timing.h"

#include "Names.h"
#include "Scalar.h"

namespace Koekata
{
namespace
{
/** A value on the other side of rest is not away from it by the last digit. */
constexpr double NoWay = 1e-9;

/** How much of the way is gone; absent where there is no lag. */
double Share(double Dt, double Constant)
{
	return Constant > 0.0 ? 1.0 - std::exp(-Dt / Constant) : Absent;
}

bool HaveSameHold(const FRegion* A, const FRegion* B)
{
	if (A == nullptr || B == nullptr)
	{
		return A == B;
	}
	return A->Rate == B->Rate && A->Phase == B->Phase && A->HoldFrames == B->HoldFrames;
}
} // namespace

FTiming::FTiming(const FMappingTable& Table) : Targets(&Table.Targets), Regions(&Table.Regions), Moments(Table.Regions.size())
{
	const FNames Names = FNames::Of(Table.Regions);
	for (const FTarget& Target : *Targets)
	{
		FState State;
		State.Region = Target.Kind == EKind::Event ? -1 : Names.Find(Target.Region);
		State.bSprite = Target.Kind == EKind::Sprite;
		State.Rest = Target.Rest;
		State.Smooth = State.Pose = State.Held = State.Slot = Absent;
		States.push_back(State);
	}
}

void FTiming::Step(std::vector<double>& Values, double Dt, double Now)
{
	for (size_t Place = 0; Place < Regions->size(); ++Place)
	{
		const FRegion& Region = (*Regions)[Place];
		const double Slot = std::floor((Now * Region.Rate - Region.Phase) / Region.HoldFrames + 1e-6);
		Moments[Place] = {Share(Dt, Region.Attack), Share(Dt, Region.Release), Slot};
	}
	for (size_t Place = 0; Place < States.size(); ++Place)
	{
		FState& State = States[Place];
		if (State.Region < 0 || IsAbsent(Values[Place]))
		{
			continue;
		}
		const FRegion& Region = *RegionOf(State);
		const FMoment& Moment = Moments[static_cast<size_t>(State.Region)];
		double Value = Values[Place];
		if (!State.bSprite)
		{
			Value = Ease(State, Value, Moment);
			Value = Region.Snap.empty() ? Value : Snap(State, Value, Region);
		}
		Values[Place] = Region.HoldFrames > 1 ? Hold(State, Value, Moment.Slot) : Value;
	}
}

double FTiming::Ease(FState& State, double Value, const FMoment& Moment) const
{
	const double Before = State.Smooth;
	const bool bAway = std::abs(Value - State.Rest) > std::abs(Before - State.Rest) + NoWay;
	const double Share = bAway ? Moment.Attack : Moment.Release;
	// At first, and where it does not lag, the value is taken as it is; a whole way is rounded as any other.
	State.Smooth = IsAbsent(Before) || IsAbsent(Share) ? Value : Before + (Value - Before) * Share;
	return State.Smooth;
}

double FTiming::Snap(FState& State, double Value, const FRegion& Region) const
{
	if (IsHere(State.Pose) && std::abs(Value - State.Pose) <= Region.SnapLeave)
	{
		return State.Pose;
	}
	double Nearest = Region.Snap.front();
	for (const double Pose : Region.Snap)
	{
		Nearest = std::abs(Value - Pose) < std::abs(Value - Nearest) ? Pose : Nearest;
	}
	const bool bNear = std::abs(Value - Nearest) <= Region.SnapWithin;
	State.Pose = bNear ? Nearest : Absent;
	return bNear ? Nearest : Value;
}

double FTiming::Hold(FState& State, double Value, double Slot) const
{
	if (IsAbsent(State.Held) || IsAbsent(State.Slot) || State.Slot != Slot)
	{
		State.Held = Value;
		State.Slot = Slot;
	}
	return State.Held;
}

const FRegion* FTiming::RegionOf(const FState& State) const
{
	return State.Region < 0 ? nullptr : &(*Regions)[static_cast<size_t>(State.Region)];
}

void FTiming::Adopt(const FTiming& Other)
{
	ForShared(*Targets, *Other.Targets, [&](size_t Mine, size_t Theirs) {
		FState& State = States[Mine];
		const FState& Was = Other.States[Theirs];
		State.Smooth = Was.Smooth;
		State.Pose = Was.Pose;
		State.Held = Was.Held;
		State.Slot = HaveSameHold(RegionOf(State), Other.RegionOf(Was)) ? Was.Slot : Absent;
	});
}
} // namespace Koekata
