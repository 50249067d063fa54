#pragma once

#include "Contract.h"
#include "Mapping/Json/Document.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Koekata
{
/** Properties by name, each from the file that stated it last; those that the language does not have are left out. */
class FStated
{
public:
	void Put(const FNode& Node, const FSchema& Schema);
	const FNode* Find(std::string_view Name) const;
	const std::vector<const FNode*>& All() const { return Nodes; }

private:
	std::vector<const FNode*> Nodes;
};

/** One entry after extending. */
struct FEntry
{
	std::string_view Id;
	/** Where it was last written. */
	const FNode* Node = nullptr;
	FStated Stated;
};

/** The entries of one section in table order. */
struct FSection
{
	std::vector<FEntry> Entries;
	std::unordered_map<std::string_view, size_t> Places;

	bool Has(std::string_view Id) const { return Places.count(Id) != 0; }
	const FEntry* Find(std::string_view Id) const;
	std::vector<std::string_view> Ids() const;
};

enum class ESection : uint8_t { Inputs, Signals, Conditions, Targets, Rows, Switches, Groups, Regions };
constexpr size_t SectionCount = 8;
const char* SectionName(ESection Section);
/** The schema of an entry. */
const FSchema& SectionSchema(ESection Section);

/** All tables of a chain as one. */
struct FMerged
{
	std::array<FSection, SectionCount> Sections;
	FStated Eyes;
	FStated Lost;
	/** Of the table itself. */
	FStated Top;

	const FSection& operator[](ESection Section) const { return Sections[static_cast<size_t>(Section)]; }
	const std::vector<FEntry>& Entries(ESection Section) const { return (*this)[Section].Entries; }
};

/** Puts tables of right form together, the base first; faults go to the documents of the nodes. */
void Merge(const std::vector<const FNode*>& Roots, FMerged& Merged);
} // namespace Koekata
