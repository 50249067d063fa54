#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/**
 * The facts of mappings/channels.json and mappings/schema/table.json, as tables that tests/cpp/make_contract.py writes:
 * names, limits and defaults stand once, in those files.
 */
namespace Koekata
{
/** A channel of channels.json. */
struct FChannel
{
	std::string_view Name;
	double Low;
	double High;
	/** Lost together with the face. */
	bool bFace;
};

enum class EType : uint8_t { Any, Object, Array, Text, Number, Integer, Boolean };
/** What a value must be, where only one is allowed. */
enum class EOnly : uint8_t { Any, True, False, One };

struct FSchema;

/** What stands for a property that is not there. */
struct FDefault
{
	bool bStated;
	double Number;
	bool bTrue;
	std::string_view Text;
	const double* Numbers;
	size_t NumberCount;
};

struct FProperty
{
	std::string_view Name;
	const FSchema* Schema;
	FDefault Default;
	bool bRequired;
};

/** The part of JSON Schema that the schema of a table uses. */
struct FSchema
{
	EType Type;
	EOnly Only;
	/** A text that must be an id. */
	bool bId;
	/** Entries of the list must differ. */
	bool bUnique;
	/** Beside the counts, a list may be empty. */
	bool bMayBeEmpty;
	/** Properties that are not named may stand, too. */
	bool bOpen;
	/** Of entries, properties or characters; a highest of 0 is none. */
	size_t Least;
	size_t Most;
	bool bLimited;
	double Low;
	double High;
	const FProperty* Properties;
	size_t PropertyCount;
	/** The rule of properties that are not named, whose names must be ids. */
	const FSchema* Others;
	const FSchema* Items;
	const std::string_view* Words;
	size_t WordCount;
	/** One of these, without a type of its own. */
	const FSchema* const* Branches;
	size_t BranchCount;

	const FProperty* Find(std::string_view Name) const
	{
		for (size_t Index = 0; Index < PropertyCount; ++Index)
		{
			if (Properties[Index].Name == Name)
			{
				return &Properties[Index];
			}
		}
		return nullptr;
	}

	/** The schema of a property that is known to be there. */
	const FSchema& operator[](std::string_view Name) const { return *Find(Name)->Schema; }
	/** The schema of an entry of a section. */
	const FSchema& Entry(std::string_view Section) const { return *(*this)[Section].Items; }
	/** Of branches, the one that is an object. */
	const FSchema& ObjectBranch() const
	{
		size_t Index = 0;
		while (Index + 1 < BranchCount && Branches[Index]->Type != EType::Object)
		{
			++Index;
		}
		return *Branches[Index];
	}
};

const FSchema& TableSchema();
const FChannel* Channels(size_t& Count);
} // namespace Koekata
