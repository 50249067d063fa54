#include "Fields.h"
#include "Meaning.h"
#include "References.h"
#include "Suggest.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace Koekata
{
namespace
{
/** So many faults of a table get suggestions: each takes time, and nobody reads more. */
constexpr int MostSuggested = 200;

/** Names that are there, and what to say of those that are not. */
class FRegister
{
public:
	FRegister(const char* InCode, std::string InWhat, std::string InRemedy, FKnownNames InKnown)
		: Code(InCode), What(std::move(InWhat)), Remedy(std::move(InRemedy)), Known(std::move(InKnown)),
		  Names(Known.begin(), Known.end())
	{
	}

	void Check(std::string_view Name, const FNode& Node)
	{
		if (Names.count(Name) == 0)
		{
			const std::string Suggestion = Told++ < MostSuggested ? DidYouMean(Name, Known) : "";
			Node.Fault(Code, "there is no " + What + " \"" + std::string(Name) + "\"", Suggestion + Remedy);
		}
	}

	void Check(const FMentions& Mentions)
	{
		for (const FMention& Mention : Mentions)
		{
			Check(Mention.Name, *Mention.Node);
		}
	}

	/** Ids in a property that is one id or a list of them. */
	void CheckIds(const FStated& Stated, std::string_view Property)
	{
		for (const FNode* Node : Listed(Stated.Find(Property)))
		{
			Check(Node->Text, *Node);
		}
	}

private:
	const char* Code;
	std::string What;
	std::string Remedy;
	FKnownNames Known;
	std::unordered_set<std::string_view> Names;
	int Told = 0;
};

FRegister IdsOf(const FMerged& Merged, ESection Section, const std::string& What)
{
	return FRegister("unknown-id", What, "Add a " + What + " of this id, or correct it.", Merged[Section].Ids());
}

/** Everything that has a formula: signals, rows and choices. */
std::vector<FStated> Formulas(const FMerged& Merged)
{
	std::vector<FStated> Found;
	for (const ESection Section : {ESection::Signals, ESection::Rows})
	{
		for (const FEntry& Entry : Merged.Entries(Section))
		{
			Found.push_back(Entry.Stated);
		}
	}
	for (const FEntry& Switch : Merged.Entries(ESection::Switches))
	{
		const std::vector<FStated> Choices = ChoicesOf(Switch);
		Found.insert(Found.end(), Choices.begin(), Choices.end());
	}
	return Found;
}

FKnownNames AllInputs(const FMerged& Merged)
{
	size_t Count = 0;
	const FChannel* All = Channels(Count);
	FKnownNames Known(std::begin(OwnInputs), std::end(OwnInputs));
	for (size_t Index = 0; Index < Count; ++Index)
	{
		Known.push_back(All[Index].Name);
	}
	for (const ESection Section : {ESection::Inputs, ESection::Signals})
	{
		const FKnownNames Own = Merged[Section].Ids();
		Known.insert(Known.end(), Own.begin(), Own.end());
	}
	return Known;
}

void CheckSources(const FMerged& Merged, const std::vector<FStated>& Formulas)
{
	FRegister Inputs("unknown-name", "input and no signal", "A channel of your own must stand in `inputs`.", AllInputs(Merged));
	for (const FStated& Stated : Formulas)
	{
		Inputs.Check(Sources(Stated));
	}
	for (const FEntry& Condition : Merged.Entries(ESection::Conditions))
	{
		Inputs.Check(Sources(Condition.Stated, "when"));
	}
}

void CheckConditions(const FMerged& Merged, std::vector<FStated> Users)
{
	for (const FEntry& Group : Merged.Entries(ESection::Groups))
	{
		Users.push_back(Group.Stated);
	}
	FRegister Conditions = IdsOf(Merged, ESection::Conditions, "condition");
	for (const FStated& Stated : Users)
	{
		Conditions.CheckIds(Stated, "while");
		Conditions.CheckIds(Stated, "unless");
	}
}

void CheckRegions(const FMerged& Merged)
{
	FRegister Regions = IdsOf(Merged, ESection::Regions, "region");
	const auto CheckAll = [&](ESection Section, const char* Property) {
		for (const FEntry& Entry : Merged.Entries(Section))
		{
			Regions.CheckIds(Entry.Stated, Property);
		}
	};
	CheckAll(ESection::Rows, "region");
	CheckAll(ESection::Targets, "region");
	CheckAll(ESection::Conditions, "suppress");
}

void CheckOneRegion(const FMerged& Merged)
{
	std::unordered_map<std::string_view, const FNode*> First;
	for (const FEntry& Target : Merged.Entries(ESection::Targets))
	{
		const FNode* Region = Target.Stated.Find("region");
		if (Region != nullptr)
		{
			First[Target.Id] = Region;
		}
	}
	for (const FEntry& Row : Merged.Entries(ESection::Rows))
	{
		const FNode* Region = Row.Stated.Find("region");
		const FNode* To = Row.Stated.Find("to");
		const FNode* Known = Region != nullptr && To != nullptr ? First.try_emplace(To->Text, Region).first->second : Region;
		if (Known != nullptr && Known->Text != Region->Text)
		{
			Region->Fault("region-conflict", "\"" + To->Text + "\" is already in the region \"" + Known->Text + "\"",
						  "A target has one region; give all its rows the same.");
		}
	}
}
} // namespace

void CheckReferences(const FMerged& Merged)
{
	const std::vector<FStated> All = Formulas(Merged);
	CheckSources(Merged, All);
	CheckConditions(Merged, All);
	CheckRegions(Merged);
	CheckOneRegion(Merged);
	if (FFields(TableSchema(), Merged.Top).Text("implicit_target") == "none")
	{
		IdsOf(Merged, ESection::Targets, "target").Check(NamedTargets(Merged));
	}
}
} // namespace Koekata
