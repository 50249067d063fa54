#include "References.h"

#include "Fields.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace Koekata
{
namespace
{
using FNeeds = std::vector<std::vector<size_t>>;

void Append(FMentions& All, const FMentions& More)
{
	All.insert(All.end(), More.begin(), More.end());
}

/** The place of each text, or of a property of each object. */
FMentions Named(const FNode* List, std::string_view Property)
{
	FMentions Found;
	for (const FNode* Node : Listed(List))
	{
		const FNode* Named = Node->Kind == EJson::Object ? Node->Find(Property) : Node;
		Found.push_back({Named->Text, Named});
	}
	return Found;
}

/** For each signal the signals that it names, in the order of their names. */
FNeeds Needs(const FMerged& Merged)
{
	const FSection& Signals = Merged[ESection::Signals];
	FNeeds Found;
	for (const FEntry& Entry : Signals.Entries)
	{
		std::set<std::string_view> Names;
		for (const FMention& Source : Sources(Entry.Stated))
		{
			Names.insert(Source.Name);
		}
		Found.emplace_back();
		for (const std::string_view Name : Names)
		{
			const auto Place = Signals.Places.find(Name);
			if (Place != Signals.Places.end())
			{
				Found.back().push_back(Place->second);
			}
		}
	}
	return Found;
}

std::vector<size_t> CycleFrom(size_t Start, const FNeeds& Needs)
{
	std::vector<std::vector<size_t>> Paths = {{Start}};
	std::unordered_set<size_t> Seen;
	while (!Paths.empty())
	{
		const std::vector<size_t> Path = std::move(Paths.back());
		Paths.pop_back();
		for (const size_t Next : Needs[Path.back()])
		{
			if (Next == Start)
			{
				return Path;
			}
			if (Seen.insert(Next).second)
			{
				Paths.push_back(Path);
				Paths.back().push_back(Next);
			}
		}
	}
	return {};
}
} // namespace

const std::string_view OwnInputs[3] = {"tracked", "winkLeft", "winkRight"};

FMentions Sources(const FStated& Stated, std::string_view Property)
{
	return Named(Stated.Find(Property), "of");
}

std::vector<FStated> ChoicesOf(const FEntry& Switch)
{
	const FSchema& Schema = SectionSchema(ESection::Switches).Entry("choices");
	std::vector<FStated> Found;
	for (const FNode* Node : Listed(Switch.Stated.Find("choices")))
	{
		Found.push_back(StatedBy(*Node, Schema));
	}
	return Found;
}

FMentions PoseOf(const FStated& Stated)
{
	FMentions Found;
	const FNode* Set = Stated.Find("set");
	if (Set != nullptr)
	{
		for (const FNode* Child : Set->Children)
		{
			Found.push_back({Child->Name, Child});
		}
	}
	return Found;
}

FMentions MembersOf(const FEntry& Group)
{
	return Named(Group.Stated.Find("members"), "target");
}

FMentions NamedTargets(const FMerged& Merged)
{
	FMentions Found;
	for (const FEntry& Row : Merged.Entries(ESection::Rows))
	{
		Append(Found, Named(Row.Stated.Find("to"), ""));
	}
	for (const FEntry& Switch : Merged.Entries(ESection::Switches))
	{
		for (const FStated& Choice : ChoicesOf(Switch))
		{
			Append(Found, PoseOf(Choice));
		}
	}
	for (const FEntry& Condition : Merged.Entries(ESection::Conditions))
	{
		Append(Found, PoseOf(Condition.Stated));
	}
	for (const FEntry& Group : Merged.Entries(ESection::Groups))
	{
		Append(Found, MembersOf(Group));
	}
	return Found;
}

std::vector<std::string_view> TargetIds(const FMerged& Merged)
{
	std::vector<std::string_view> Found = Merged[ESection::Targets].Ids();
	std::unordered_set<std::string_view> Known(Found.begin(), Found.end());
	for (const FMention& Mention : NamedTargets(Merged))
	{
		if (Known.insert(Mention.Name).second)
		{
			Found.push_back(Mention.Name);
		}
	}
	return Found;
}

std::vector<size_t> SignalOrder(const FMerged& Merged)
{
	const FNeeds All = Needs(Merged);
	std::vector<bool> Done(All.size());
	std::vector<size_t> Order;
	for (bool bMore = true; bMore;)
	{
		bMore = false;
		for (size_t Place = 0; Place < All.size(); ++Place)
		{
			const auto IsDone = [&Done](size_t Needed) { return Done[Needed]; };
			if (!Done[Place] && std::all_of(All[Place].begin(), All[Place].end(), IsDone))
			{
				Done[Place] = bMore = true;
				Order.push_back(Place);
			}
		}
	}
	return Order;
}

std::vector<std::vector<size_t>> CyclicSignals(const FMerged& Merged)
{
	const FNeeds All = Needs(Merged);
	const std::vector<size_t> Order = SignalOrder(Merged);
	std::unordered_set<size_t> Told(Order.begin(), Order.end());
	std::unordered_set<size_t> OnCycles;
	std::vector<std::vector<size_t>> Found;
	for (size_t Place = 0; Place < All.size(); ++Place)
	{
		const std::vector<size_t> Path = Told.count(Place) != 0 ? std::vector<size_t>() : CycleFrom(Place, All);
		const auto IsTold = [&OnCycles](size_t Signal) { return OnCycles.count(Signal) != 0; };
		if (!Path.empty() && std::none_of(Path.begin(), Path.end(), IsTold))
		{
			OnCycles.insert(Path.begin(), Path.end());
			Found.push_back(Path);
		}
	}
	return Found;
}
} // namespace Koekata
