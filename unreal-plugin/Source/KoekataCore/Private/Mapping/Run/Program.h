#pragma once

#include "Combination.h"
#include "Conditions.h"
#include "Events.h"
#include "Eyes.h"
#include "Formulas.h"
#include "Groups.h"
#include "Koekata/Mapping/Frame.h"
#include "Koekata/Mapping/Table.h"
#include "Names.h"
#include "Overrides.h"
#include "Poses.h"
#include "Presence.h"
#include "Switches.h"
#include "Timing.h"
#include "Trace.h"

#include <memory>
#include <vector>

namespace Koekata
{
/** A table with every name resolved to a place, and its state. The table must outlive it. */
class FProgram
{
public:
	explicit FProgram(const FMappingTable& InTable);

	void Step(const FMappingFrame& Frame, FCounters& Counters);
	/** Takes over the state of everything that both name. */
	void Adopt(const FProgram& Other);
	void SetTracing(bool bOn);

	const FNames& InputNames() const { return Inputs; }
	const FNames& TargetNames() const { return Targets; }
	const FNames& SlotNames() const { return Names; }
	const FConditions& ConditionStage() const { return Conditions; }
	const FSwitches& SwitchStage() const { return Switches; }
	const FTrace* Trace() const { return bTraced ? Tracing.get() : nullptr; }

	std::vector<double> Values;
	std::vector<int> Fired;

private:
	/** Step 1: the dt that counts. */
	double Advance(const FMappingFrame& Frame, FCounters& Counters);
	/** Steps 2 to 6. */
	void Read(const FMappingFrame& Frame, double Dt, FCounters& Counters);
	/** Steps 7 to 10. */
	void Drive(double Dt);
	/** Step 11. */
	void Limit();
	/** Step 15. */
	void Finish();
	/** Where tracing is on, remembers values between stages. */
	void Note(std::vector<double> FTrace::*Stage, const std::vector<double>& Now);
	void NoteRaw(const FMappingFrame& Frame);

	const FMappingTable& Table;
	FNames Inputs;
	FNames Names;
	FNames Targets;
	FPresence Presence;
	FEyeStage Eyes;
	FFormulas Signals;
	FConditions Conditions;
	/** Of rows, then of choices. */
	FFormulas Formulas;
	FWeightPlan Plan;
	FCombination Combination;
	FSwitches Switches;
	FPoses Poses;
	FVrmOverrides Overrides;
	FGroups Groups;
	FTiming Timing;
	FEvents Events;

	double Now = 0.0;
	std::vector<double> Slots;
	std::vector<double> Found;
	std::vector<double> Weights;
	/** What is asked of every target in every frame. */
	struct FBounds
	{
		double Low;
		double High;
		double Rest;
		bool bSprite;
	};

	std::vector<FBounds> Bounds;
	/** Whether a target has had a value. */
	std::vector<char> Written;
	std::unique_ptr<FTrace> Tracing;
	bool bTraced = false;
};
} // namespace Koekata
