#pragma once

#include "Koekata/Mapping/Table.h"
#include "Names.h"

#include <vector>

namespace Koekata
{
/** A target's place, and the value that it takes. */
struct FPlacedValue
{
	size_t Place;
	double Value;
};

/** Step 9: the winner takes all. */
class FSwitches
{
public:
	FSwitches(const FMappingTable& Table, const FNames& Targets);

	/** Chooses by the scores of all choices, in table order from a place on, and writes what the winners set. */
	void Step(const std::vector<double>& Scores, size_t First, double Dt, std::vector<double>& Values);
	int Shown(size_t Switch) const { return States[Switch].Choice; }
	/** Takes over what is shown, where both have the switch and the choice. */
	void Adopt(const FSwitches& Other);

private:
	struct FState
	{
		int Choice = -1;
		double Since = 0.0;
	};

	void Choose(const FSwitch& Switch, FState& State, const double* Scores) const;

	const std::vector<FSwitch>* Switches;
	std::vector<FState> States;
	/** For each choice of all switches all targets of its switch, at rest where it says nothing. */
	std::vector<std::vector<FPlacedValue>> Poses;
};
} // namespace Koekata
