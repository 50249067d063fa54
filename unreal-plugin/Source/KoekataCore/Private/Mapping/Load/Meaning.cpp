#include "Meaning.h"

#include "Fields.h"
#include "References.h"

#include <algorithm>
#include <string>

namespace Koekata
{
namespace
{
/** What an entry of a section, or a target of a kind, must state after extending. */
struct FRequired
{
	const char* Whose;
	const char* Property;
};

constexpr FRequired RequiredOfKind[] = {
	{"bone", "bone"}, {"bone", "property"}, {"bone", "axis"}, {"material", "material"}, {"material", "property"},
	{"uv", "material"}, {"uv", "axis"}, {"sprite", "count"},
};

void Require(const FEntry& Entry, const char* Name, const std::string& Whose)
{
	if (Entry.Stated.Find(Name) == nullptr)
	{
		const std::string Quoted = "\"" + std::string(Name) + "\"";
		Entry.Node->Fault("missing-property", Quoted + Whose + " is missing in \"" + std::string(Entry.Id) + "\"",
						  "Add " + Quoted + "; or is the id of the extended table's entry spelt otherwise?");
	}
}

void RequireOfKind(const FEntry& Entry)
{
	const std::string Kind = FFields(SectionSchema(ESection::Targets), Entry.Stated).Text("kind");
	for (const FRequired& Required : RequiredOfKind)
	{
		if (Kind == Required.Whose)
		{
			Require(Entry, Required.Property, " of a target of the kind " + Kind);
		}
	}
}

void RequireCause(const FEntry& Entry)
{
	const FFields Fields(SectionSchema(ESection::Conditions), Entry.Stated);
	if (!Fields.Has("when") && !Fields.Flag("trigger"))
	{
		Entry.Node->Fault("missing-property", "\"" + std::string(Entry.Id) + "\" has neither \"when\" nor \"trigger\"",
						  "Add \"when\" with a source, or \"trigger\": true for what a hotkey fires.");
	}
}

void CheckRequired(const FMerged& Merged)
{
	const auto RequireAll = [&Merged](ESection Section, const char* Name) {
		for (const FEntry& Entry : Merged.Entries(Section))
		{
			Require(Entry, Name, "");
		}
	};
	RequireAll(ESection::Rows, "to");
	RequireAll(ESection::Switches, "choices");
	RequireAll(ESection::Groups, "members");
	for (const FEntry& Entry : Merged.Entries(ESection::Conditions))
	{
		RequireCause(Entry);
	}
	for (const FEntry& Entry : Merged.Entries(ESection::Targets))
	{
		RequireOfKind(Entry);
	}
}

bool IsChannel(std::string_view Name)
{
	size_t Count = 0;
	const FChannel* All = Channels(Count);
	const auto IsNamed = [Name](const FChannel& Channel) { return Channel.Name == Name; };
	return std::any_of(All, All + Count, IsNamed) ||
		   std::find(std::begin(OwnInputs), std::end(OwnInputs), Name) != std::end(OwnInputs);
}

void CheckInputs(const FMerged& Merged)
{
	for (const ESection Section : {ESection::Inputs, ESection::Signals})
	{
		for (const FEntry& Entry : Merged.Entries(Section))
		{
			const bool bOwn = Section == ESection::Signals && Merged[ESection::Inputs].Has(Entry.Id);
			if (bOwn || IsChannel(Entry.Id))
			{
				const std::string Message = "\"" + std::string(Entry.Id) + "\" is the name of an input";
				Entry.Node->Find("id")->Fault("name-taken", Message, "Choose another id.");
			}
		}
	}
}

void CheckCycles(const FMerged& Merged)
{
	const std::vector<FEntry>& Signals = Merged.Entries(ESection::Signals);
	for (const std::vector<size_t>& Cycle : CyclicSignals(Merged))
	{
		std::string Chain;
		for (const size_t Place : Cycle)
		{
			Chain += "\"" + std::string(Signals[Place].Id) + "\" -> ";
		}
		const FEntry& First = Signals[Cycle.front()];
		First.Stated.Find("from")->Fault("cycle", "signals need each other: " + Chain + "\"" + std::string(First.Id) + "\"",
										 "Break the circle.");
	}
}

void CheckChoices(const FMerged& Merged)
{
	for (const FEntry& Switch : Merged.Entries(ESection::Switches))
	{
		std::vector<std::string_view> Seen;
		for (const FStated& Choice : ChoicesOf(Switch))
		{
			const FNode* Id = Choice.Find("id");
			if (std::find(Seen.begin(), Seen.end(), Id->Text) != Seen.end())
			{
				Id->Fault("duplicate-id", "\"" + Id->Text + "\" stands twice in this switch", "Give one another id.");
			}
			Seen.push_back(Id->Text);
		}
	}
}
} // namespace

void CheckMeaning(const FMerged& Merged)
{
	CheckRequired(Merged);
	CheckInputs(Merged);
	CheckReferences(Merged);
	CheckCycles(Merged);
	CheckChoices(Merged);
	CheckOrders(Merged);
	CheckTogether(Merged);
}
} // namespace Koekata
