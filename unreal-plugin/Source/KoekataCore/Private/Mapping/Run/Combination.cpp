#include "Combination.h"

#include "Scalar.h"

#include <algorithm>

namespace Koekata
{
FCombination::FCombination(const FMappingTable& Table, const FNames& Names)
{
	std::vector<std::vector<size_t>> RowsOf(Table.Targets.size());
	for (size_t Row = 0; Row < Table.Rows.size(); ++Row)
	{
		RowsOf[Names.At(Table.Rows[Row].To)].push_back(Row);
	}
	for (size_t Place = 0; Place < RowsOf.size(); ++Place)
	{
		std::vector<size_t>& Own = RowsOf[Place];
		// Only targets that combine by override have rows with priorities.
		std::stable_sort(Own.begin(), Own.end(), [&Table](size_t A, size_t B) { return Table.Rows[A].Priority < Table.Rows[B].Priority; });
		const FTarget& Target = Table.Targets[Place];
		Meetings.push_back({Target.Rest, Target.Combine, Rows.size(), Rows.size() + Own.size()});
		Rows.insert(Rows.end(), Own.begin(), Own.end());
	}
}

void FCombination::Step(const std::vector<double>& Found, const std::vector<double>& Weights, std::vector<double>& Values) const
{
	for (size_t Place = 0; Place < Values.size(); ++Place)
	{
		Values[Place] = Value(Meetings[Place], Found, Weights);
	}
}

double FCombination::Value(const FMeeting& Meeting, const std::vector<double>& Found, const std::vector<double>& Weights) const
{
	const double Rest = Meeting.Rest;
	const ECombine Combine = Meeting.Combine;
	double Value = Combine == ECombine::Override ? Rest : 0.0;
	size_t Count = 0;
	for (size_t Index = Meeting.First; Index < Meeting.Last; ++Index)
	{
		const size_t Row = Rows[Index];
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
