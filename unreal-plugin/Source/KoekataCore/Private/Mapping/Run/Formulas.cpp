#include "Formulas.h"

#include "Scalar.h"

namespace Koekata
{
namespace
{
constexpr double Largest = 1e9;

/** What an operation gives of one more source. */
double Joined(EOperation Operation, double Found, double Value)
{
	switch (Operation)
	{
		case EOperation::Product: return Found * Value;
		case EOperation::Min: return std::min(Found, Value);
		case EOperation::Max: return std::max(Found, Value);
		case EOperation::Sum:
		case EOperation::Average: break;
	}
	return Found + Value;
}
} // namespace

FCompiledTerm::FCompiledTerm(const FTerm& Term, const FNames& Names)
	: Slot(Names.At(Term.Of)), Weight(Term.Weight), Substitute(Term.bHasAbsent ? Term.Absent : Absent), bInvert(Term.bInvert)
{
}

double FCompiledTerm::Value(const std::vector<double>& Slots) const
{
	const double Given = Slots[Slot];
	const double Found = IsAbsent(Given) ? Substitute : Given;
	return (bInvert ? 1.0 - Found : Found) * Weight;
}

void FFormulas::Add(const FFormula& Formula, const FNames& Names)
{
	FCompiled Compiled = {Terms.size(), Formula.Terms.size(), Segments.size(), 0, Formula.Operation, Formula.bInvert,
						  Formula.DeadZone, Formula.Full, 0.0, Formula.Gain, Formula.Offset, Formula.Clamp};
	for (const FTerm& Term : Formula.Terms)
	{
		Terms.emplace_back(Term, Names);
	}
	for (size_t Key = 1; Key < Formula.Curve.size(); ++Key)
	{
		AddSegment(Formula.Curve[Key - 1], Formula.Curve[Key]);
	}
	Compiled.SegmentCount = Segments.size() - Compiled.FirstSegment;
	Compiled.Last = Formula.Curve.empty() ? 0.0 : Formula.Curve.back().Y;
	All.push_back(Compiled);
}

void FFormulas::AddSegment(const FKey& A, const FKey& B)
{
	const double Width = B.X - A.X;
	const double Rise = B.Y - A.Y;
	FSegment Segment = {A.X, Width, {A.Y, Rise, 0.0, 0.0}};
	if (A.bHasSlope || B.bHasSlope)
	{
		const double Leave = A.bHasSlope ? Width * A.SlopeOut : Rise;
		const double Arrive = B.bHasSlope ? Width * B.SlopeIn : Rise;
		Segment.Coefficients[1] = Leave;
		Segment.Coefficients[2] = 3.0 * Rise - 2.0 * Leave - Arrive;
		Segment.Coefficients[3] = Leave + Arrive - 2.0 * Rise;
	}
	Segments.push_back(Segment);
}

double FFormulas::Value(size_t Formula, const std::vector<double>& Slots) const
{
	const FCompiled& Compiled = All[Formula];
	double Found = Combine(Compiled, Slots);
	if (IsAbsent(Found))
	{
		return Found;
	}
	if (Compiled.DeadZone > 0.0)
	{
		const double Beyond = std::abs(Found) - Compiled.DeadZone;
		const double Scaled = Beyond * Compiled.Full / (Compiled.Full - Compiled.DeadZone);
		Found = Beyond <= 0.0 ? 0.0 : std::copysign(Scaled, Found);
	}
	Found = Compiled.bInvert ? 1.0 - Found : Found;
	Found = Compiled.SegmentCount > 0 ? Curve(Compiled, Found) : Found;
	Found = Found * Compiled.Gain;
	Found = Found + Compiled.Offset;
	return Clamp(Clamp(Found, Compiled.Clamp.Low, Compiled.Clamp.High), -Largest, Largest);
}

double FFormulas::Combine(const FCompiled& Compiled, const std::vector<double>& Slots) const
{
	if (Compiled.TermCount == 0)
	{
		return 0.0;
	}
	double Found = Compiled.Operation == EOperation::Product ? 1.0 : 0.0;
	size_t Here = 0;
	for (size_t Index = 0; Index < Compiled.TermCount; ++Index)
	{
		const double Value = Terms[Compiled.FirstTerm + Index].Value(Slots);
		if (IsHere(Value))
		{
			const bool bFirst = Here++ == 0 && (Compiled.Operation == EOperation::Min || Compiled.Operation == EOperation::Max);
			Found = bFirst ? Value : Joined(Compiled.Operation, Found, Value);
		}
	}
	const bool bSays = Compiled.Operation == EOperation::Product ? Here == Compiled.TermCount : Here > 0;
	if (!bSays)
	{
		return Absent;
	}
	return Compiled.Operation == EOperation::Average ? Found / static_cast<double>(Here) : Found;
}

double FFormulas::Curve(const FCompiled& Compiled, double Value) const
{
	const FSegment* Segment = &Segments[Compiled.FirstSegment];
	const FSegment* End = Segment + Compiled.SegmentCount;
	if (Value <= Segment->Start)
	{
		return Segment->Coefficients[0];
	}
	while (Segment + 1 < End && Value >= Segment[1].Start)
	{
		++Segment;
	}
	// The last key stands where its segment ends, by its own x: a sum may miss it by a rounding.
	const double Place = (Value - Segment->Start) / Segment->Width;
	if (Segment + 1 == End && Place >= 1.0)
	{
		return Compiled.Last;
	}
	const double* C = Segment->Coefficients;
	return C[0] + Place * (C[1] + Place * (C[2] + Place * C[3]));
}
} // namespace Koekata
