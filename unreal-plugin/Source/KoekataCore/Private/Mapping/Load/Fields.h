#pragma once

#include "Contract.h"
#include "Mapping/Json/Document.h"
#include "Merge.h"

#include <string>
#include <vector>

namespace Koekata
{
/** The properties that an object states. */
FStated StatedBy(const FNode& Node, const FSchema& Schema);

/** The entries of a list, or the one value that stands in place of a list; none of null. */
std::vector<const FNode*> Listed(const FNode* Node);

/** What an entry states, and the default of what it does not. */
class FFields
{
public:
	FFields(const FSchema& InSchema, const FStated& InStated) : Schema(InSchema), Stated(InStated) {}

	const FNode* Find(std::string_view Name) const { return Stated.Find(Name); }
	bool Has(std::string_view Name) const { return Find(Name) != nullptr; }
	double Number(std::string_view Name) const;
	/** What is stated, or the fallback. */
	double NumberOr(std::string_view Name, double Fallback) const;
	int Integer(std::string_view Name) const { return static_cast<int>(Number(Name)); }
	bool Flag(std::string_view Name) const;
	std::string Text(std::string_view Name) const;
	std::string TextOr(std::string_view Name, std::string Fallback) const;
	std::vector<double> Numbers(std::string_view Name) const;
	/** The nodes of a property that is one value or a list of them. */
	std::vector<const FNode*> List(std::string_view Name) const { return Listed(Find(Name)); }
	std::vector<std::string> Ids(std::string_view Name) const;

private:
	const FDefault& Default(std::string_view Name) const { return Schema.Find(Name)->Default; }

	const FSchema& Schema;
	const FStated& Stated;
};
} // namespace Koekata
