#pragma once

#include "Koekata/Mapping/Table.h"
#include "Names.h"

#include <vector>

namespace Koekata
{
/** A source with its slot. */
class FCompiledTerm
{
public:
	FCompiledTerm(const FTerm& Term, const FNames& Names);
	/** Step 5.1. */
	double Value(const std::vector<double>& Slots) const;

private:
	size_t Slot;
	double Weight;
	double Substitute;
	bool bInvert;
};

/** Step 5: formulas with their names resolved, side by side in memory. */
class FFormulas
{
public:
	void Add(const FFormula& Formula, const FNames& Names);
	/** The value, absent or within ±1e9. */
	double Value(size_t Formula, const std::vector<double>& Slots) const;

private:
	struct FSegment
	{
		double Start;
		double Width;
		/** Of the cubic of the place within the segment, from 0 to 1. */
		double Coefficients[4];
	};

	struct FCompiled
	{
		size_t FirstTerm;
		size_t TermCount;
		size_t FirstSegment;
		size_t SegmentCount;
		EOperation Operation;
		bool bInvert;
		double DeadZone;
		double Full;
		double Last;
		double Gain;
		double Offset;
		FRange Clamp;
	};

	double Combine(const FCompiled& Compiled, const std::vector<double>& Slots) const;
	double Curve(const FCompiled& Compiled, double Value) const;
	void AddSegment(const FKey& A, const FKey& B);

	std::vector<FCompiled> All;
	std::vector<FCompiledTerm> Terms;
	std::vector<FSegment> Segments;
};
} // namespace Koekata
