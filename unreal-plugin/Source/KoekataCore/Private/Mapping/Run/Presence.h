#pragma once

#include "Idle.h"
#include "Koekata/Mapping/Frame.h"
#include "Koekata/Mapping/Table.h"

#include <vector>

namespace Koekata
{
/** Steps 2 and 3: which inputs are there, and what the lost ones do. */
class FPresence
{
public:
	explicit FPresence(const FMappingTable& Table);

	/** Writes every input into the first slots. */
	void Step(const FMappingFrame& Frame, double Dt, std::vector<double>& Slots, FCounters& Counters);
	void Adopt(const FPresence& Other);

private:
	struct FState
	{
		double Out;
		double From;
		bool bMissing = false;
		double Age = 0.0;
		double Since = 0.0;
	};

	/** The value within its range, or absent. */
	double Read(const FMappingFrame& Frame, size_t Input, FCounters& Counters) const;
	void Follow(FState& State, double Value, double Rest, double Dt) const;
	double Eased(double Age) const;
	void Blink(double Value);

	const std::vector<FInput>* Inputs;
	FLost Lost;
	FIdleBlinks Idle;
	std::vector<FState> States;
	std::vector<size_t> Lids;
};
} // namespace Koekata
