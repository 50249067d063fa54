#include "Koekata/Mapping/Explain.h"

#include "Names.h"
#include "Scalar.h"
#include "Trace.h"

#include <algorithm>

namespace Koekata
{
namespace
{
/** Signals of signals can branch without end for all practical purposes; nobody reads more than this. */
constexpr int MostSources = 1000;

bool Has(const std::vector<std::string>& Ids, const std::string& Id)
{
	return std::find(Ids.begin(), Ids.end(), Id) != Ids.end();
}

class FExplainer
{
public:
	FExplainer(const FMappingEvaluator& InEvaluator, const FTrace& InTrace)
		: Evaluator(InEvaluator), Table(InEvaluator.Table()), Trace(InTrace), Signals(FNames::Of(Table.Signals))
	{
	}

	FRowShare Row(size_t Index)
	{
		const FRow& Row = Table.Rows[Index];
		const std::string& Region = Table.Targets[static_cast<size_t>(Evaluator.TargetIndex(Row.To))].Region;
		FRowShare Share;
		Share.Id = Row.Id;
		Share.Sources = Sources(Row.Formula);
		Share.Value = Trace.Found[Index];
		Share.Weight = Trace.Weights[Index];
		for (size_t Place = 0; Place < Table.Conditions.size(); ++Place)
		{
			const FCondition& Condition = Table.Conditions[Place];
			const bool bSuppresses = !Region.empty() && Has(Condition.Suppress, Region);
			if (bSuppresses || Has(Row.Weighed.While, Condition.Id) || Has(Row.Weighed.Unless, Condition.Id))
			{
				Share.Conditions.emplace_back(Condition.Id, Evaluator.ConditionWeight(static_cast<int>(Place)));
			}
		}
		return Share;
	}

private:
	std::vector<FSourceValue> Sources(const FFormula& Formula)
	{
		std::vector<FSourceValue> Found;
		for (const FTerm& Term : Formula.Terms)
		{
			if (Told++ < MostSources)
			{
				Found.push_back(Source(Term.Of));
			}
		}
		return Found;
	}

	FSourceValue Source(const std::string& Name)
	{
		const int Signal = Signals.Find(Name);
		const int Slot = Evaluator.Slot(Name);
		FSourceValue Found;
		Found.Name = Name;
		Found.Raw = Slot >= 0 ? Trace.Raw[static_cast<size_t>(Slot)] : Absent;
		Found.Value = Trace.Slots[PlaceOf(Name, Slot, Signal)];
		if (Signal >= 0)
		{
			Found.Sources = Sources(Table.Signals[static_cast<size_t>(Signal)].Formula);
		}
		return Found;
	}

	/** Inputs, then `tracked`, `winkLeft` and `winkRight`, then signals. */
	size_t PlaceOf(const std::string& Name, int Slot, int Signal) const
	{
		const size_t Own = Name == "tracked" ? 0 : Name == "winkLeft" ? 1 : 2;
		return Slot >= 0	 ? static_cast<size_t>(Slot)
			   : Signal >= 0 ? Table.Inputs.size() + 3 + static_cast<size_t>(Signal)
							 : Table.Inputs.size() + Own;
	}

	const FMappingEvaluator& Evaluator;
	const FMappingTable& Table;
	const FTrace& Trace;
	FNames Signals;
	int Told = 0;
};
} // namespace

bool Explain(const FMappingEvaluator& Evaluator, std::string_view Target, FExplanation& Found)
{
	const FTrace* Trace = Evaluator.Trace();
	const int Index = Evaluator.TargetIndex(Target);
	if (Trace == nullptr || Index < 0)
	{
		return false;
	}
	const auto Place = static_cast<size_t>(Index);
	FExplainer Explainer(Evaluator, *Trace);
	Found = FExplanation();
	Found.Target = std::string(Target);
	Found.Combined = Trace->Combined[Place];
	Found.Posed = Trace->Ranged[Place];
	Found.Excluded = Trace->Excluded[Place];
	Found.Final = Trace->Final[Place];
	for (size_t Row = 0; Row < Evaluator.Table().Rows.size(); ++Row)
	{
		if (Evaluator.Table().Rows[Row].To == Target)
		{
			Found.Rows.push_back(Explainer.Row(Row));
		}
	}
	return true;
}
} // namespace Koekata
