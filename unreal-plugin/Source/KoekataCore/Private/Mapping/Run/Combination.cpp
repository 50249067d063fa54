#include "Combination.h"

#include "Scalar.h"

#include <algorithm>

namespace Koekata
{
FCombination::FCombination(const FMappingTable& Table, const FNames& Names) : Targets(&Table.Targets), Rows(Table.Targets.size())
{
	for (size_t Row = 0; Row < Table.Rows.size(); ++Row)
	{
		Rows[Names.At(Table.Rows[Row].To)].push_back(Row);
	}
	for (std::vector<size_t>& Own : Rows)
	{
		// Only targets that combine by override have rows with priorities.
		std::stable_sort(Own.begin(), Own.end(), [&Table](size_t A, size_t B) { return Table.Rows[A].Priority < Table.Rows[B].Priority; });
	}
}

void FCombination::Step(const std::vector<double>& Found, const std::vector<double>& Weights, std::vector<double>& Values) const
{
	for (size_t Place = 0; Place < Values.size(); ++Place)
	{
		Values[Place] = Target(Place, Found, Weights);
	}
}

double FCombination::Target(size_t Place, const std::vector<double>& Found, const std::vector<double>& Weights) const
{
	const double Rest = (*Targets)[Place].Rest;
	const ECombine Combine = (*Targets)[Place].Combine;
	double Value = Combine == ECombine::Override ? Rest : 0.0;
	size_t Count = 0;
	for (const size_t Row : Rows[Place])
	{
		if (IsAbsent(Found[Row]))
		{
			continue;
		}
		const double Moved = (Found[Row] - Rest) * Weights[Row];
		const bool bFirst = Count++ == 0;
		switch (Combine)
		{
			case ECombine::Override: Value = Value + (Found[Row] - Value) * Weights[Row]; break;
			case ECombine::Max: Value = bFirst ? Moved : std::max(Value, Moved); break;
			case ECombine::Min: Value = bFirst ? Moved : std::min(Value, Moved); break;
			case ECombine::Sum:
			case ECombine::Average: Value += Moved; break;
		}
	}
	if (Count == 0)
	{
		return Absent;
	}
	Value = Combine == ECombine::Average ? Value / static_cast<double>(Count) : Value;
	return Combine == ECombine::Override ? Value : Rest + Value;
}
} // namespace Koekata
