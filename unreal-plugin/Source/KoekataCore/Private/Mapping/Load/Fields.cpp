#include "Fields.h"

#include <utility>

namespace Koekata
{
FStated StatedBy(const FNode& Node, const FSchema& Schema)
{
	FStated Found;
	for (const FNode* Child : Node.Children)
	{
		if (Node.Kind == EJson::Object)
		{
			Found.Put(*Child, Schema);
		}
	}
	return Found;
}

std::vector<const FNode*> Listed(const FNode* Node)
{
	if (Node == nullptr)
	{
		return {};
	}
	if (Node->Kind == EJson::Array)
	{
		return {Node->Children.begin(), Node->Children.end()};
	}
	return {Node};
}

double FFields::Number(std::string_view Name) const
{
	const FNode* Node = Find(Name);
	return Node != nullptr ? Node->Number : Default(Name).Number;
}

double FFields::NumberOr(std::string_view Name, double Fallback) const
{
	const FNode* Node = Find(Name);
	return Node != nullptr ? Node->Number : Fallback;
}

bool FFields::Flag(std::string_view Name) const
{
	const FNode* Node = Find(Name);
	return Node != nullptr ? Node->bTrue : Default(Name).bTrue;
}

std::string FFields::Text(std::string_view Name) const
{
	const FNode* Node = Find(Name);
	return Node != nullptr ? Node->Text : std::string(Default(Name).Text);
}

std::string FFields::TextOr(std::string_view Name, std::string Fallback) const
{
	const FNode* Node = Find(Name);
	return Node != nullptr ? Node->Text : std::move(Fallback);
}

std::vector<double> FFields::Numbers(std::string_view Name) const
{
	const FNode* Node = Find(Name);
	if (Node == nullptr)
	{
		const FDefault& Found = Default(Name);
		return {Found.Numbers, Found.Numbers + Found.NumberCount};
	}
	std::vector<double> Found;
	for (const FNode* Child : Listed(Node))
	{
		Found.push_back(Child->Number);
	}
	return Found;
}

std::vector<std::string> FFields::Ids(std::string_view Name) const
{
	std::vector<std::string> Found;
	for (const FNode* Node : List(Name))
	{
		Found.push_back(Node->Text);
	}
	return Found;
}
} // namespace Koekata
