#include "Merge.h"

#include "Suggest.h"

#include <algorithm>
#include <unordered_set>

namespace Koekata
{
namespace
{
constexpr const char* Names[SectionCount] = {"inputs", "signals", "conditions", "targets", "rows", "switches", "groups", "regions"};

void Renumber(FSection& Section)
{
	Section.Places.clear();
	for (size_t Place = 0; Place < Section.Entries.size(); ++Place)
	{
		Section.Places[Section.Entries[Place].Id] = Place;
	}
}

void Remove(FSection& Section, std::string_view Id, const FNode& Node)
{
	for (const FNode* Child : Node.Children)
	{
		if (Child->Name != "id" && Child->Name != "note" && Child->Name != "remove")
		{
			Child->Fault("impossible", "\"" + Child->Name + "\" stands beside \"remove\"", "Remove the entry, or change it.");
		}
	}
	const auto Found = Section.Places.find(Id);
	if (Found == Section.Places.end())
	{
		Node.Fault("unknown-id", "there is no \"" + std::string(Id) + "\" to remove",
				   DidYouMean(Id, Section.Ids()) + "Only what the extended table has can be removed.");
		return;
	}
	Section.Entries.erase(Section.Entries.begin() + static_cast<std::ptrdiff_t>(Found->second));
	Renumber(Section);
}

void Change(FSection& Section, std::string_view Id, const FNode& Node, const FSchema& Schema)
{
	const auto Found = Section.Places.try_emplace(Id, Section.Entries.size());
	if (Found.second)
	{
		Section.Entries.emplace_back();
		Section.Entries.back().Id = Id;
	}
	FEntry& Entry = Section.Entries[Found.first->second];
	Entry.Node = &Node;
	for (const FNode* Child : Node.Children)
	{
		if (Child->Name != "id" && Child->Name != "note")
		{
			Entry.Stated.Put(*Child, Schema);
		}
	}
}

void MergeSection(FSection& Section, const FNode& List, const FSchema& Schema)
{
	std::unordered_set<std::string_view> Here;
	for (const FNode* Node : List.Children)
	{
		const FNode& IdNode = *Node->Find("id");
		if (!Here.insert(IdNode.Text).second)
		{
			IdNode.Fault("duplicate-id", "\"" + IdNode.Text + "\" stands twice in this section", "Give one of them another id.");
		}
		else if (Node->Find("remove") != nullptr)
		{
			Remove(Section, IdNode.Text, *Node);
		}
		else
		{
			Change(Section, IdNode.Text, *Node, Schema);
		}
	}
}

void MergeTop(FMerged& Merged, const FNode& Node)
{
	const auto Section = std::find(std::begin(Names), std::end(Names), Node.Name);
	if (Section != std::end(Names))
	{
		const auto Place = static_cast<size_t>(Section - std::begin(Names));
		MergeSection(Merged.Sections[Place], Node, SectionSchema(static_cast<ESection>(Place)));
	}
	else if (Node.Name == "eyes" || Node.Name == "lost")
	{
		for (const FNode* Child : Node.Children)
		{
			(Node.Name == "eyes" ? Merged.Eyes : Merged.Lost).Put(*Child, TableSchema()[Node.Name]);
		}
	}
	else
	{
		Merged.Top.Put(Node, TableSchema());
	}
}
} // namespace

const char* SectionName(ESection Section)
{
	return Names[static_cast<size_t>(Section)];
}

const FSchema& SectionSchema(ESection Section)
{
	return TableSchema().Entry(SectionName(Section));
}

void FStated::Put(const FNode& Node, const FSchema& Schema)
{
	for (const FNode*& Known : Nodes)
	{
		if (Known->Name == Node.Name)
		{
			Known = &Node;
			return;
		}
	}
	if (Schema.Find(Node.Name) != nullptr)
	{
		Nodes.push_back(&Node);
	}
}

const FNode* FStated::Find(std::string_view Name) const
{
	for (const FNode* Node : Nodes)
	{
		if (Node->Name == Name)
		{
			return Node;
		}
	}
	return nullptr;
}

const FEntry* FSection::Find(std::string_view Id) const
{
	const auto Found = Places.find(Id);
	return Found == Places.end() ? nullptr : &Entries[Found->second];
}

std::vector<std::string_view> FSection::Ids() const
{
	std::vector<std::string_view> Found;
	for (const FEntry& Entry : Entries)
	{
		Found.push_back(Entry.Id);
	}
	return Found;
}

void Merge(const std::vector<const FNode*>& Roots, FMerged& Merged)
{
	for (const FNode* Root : Roots)
	{
		for (const FNode* Child : Root->Children)
		{
			MergeTop(Merged, *Child);
		}
	}
}
} // namespace Koekata
