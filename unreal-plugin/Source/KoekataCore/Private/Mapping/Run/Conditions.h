#pragma once

#include "Formulas.h"
#include "Koekata/Mapping/Frame.h"
#include "Koekata/Mapping/Table.h"

#include <vector>

namespace Koekata
{
/** Step 6: what is on or off. */
class FConditions
{
public:
	FConditions(const FMappingTable& Table, const FNames& Names);

	void Step(const std::vector<double>& Slots, const std::vector<FFire>& Fire, double Dt, FCounters& Counters);
	/** How much each condition is on, in table order, then 1 minus each. */
	const std::vector<double>& Factors() const { return Weights; }
	/** Takes over the state of conditions of the same id, and of the same sort. */
	void Adopt(const FConditions& Other);

private:
	struct FState
	{
		bool bOn = false;
		double Elapsed = 0.0;
	};

	void Fire(const FFire& Entry, FCounters& Counters);

	const std::vector<FCondition>* Conditions;
	std::vector<FCompiledTerm> Whens;
	std::vector<FState> States;
	std::vector<double> Weights;
};

/** Which conditions weigh which entries: `while`, `unless`, and suppression. */
class FWeightPlan
{
public:
	explicit FWeightPlan(const FMappingTable& Table);

	/** An entry, with the region of its target where it can be suppressed. */
	void Add(const FWeighed& Weighed, std::string_view Region);
	double Weight(size_t Entry, const std::vector<double>& Factors) const;

private:
	const std::vector<FCondition>* Conditions;
	FNames Names;
	/** Places of factors, those of each entry behind one another. */
	std::vector<size_t> Factors;
	std::vector<size_t> Ends = {0};
};
} // namespace Koekata
