#include "Form.h"

#include "Mapping/Json/Utf8.h"
#include "Suggest.h"

#include <string>
#include <unordered_set>

namespace Koekata
{
namespace
{
constexpr size_t LongestId = 64;
/** So many faults of a file get suggestions: each takes time, and nobody reads more. */
constexpr size_t MostSuggested = 200;

void Check(const FNode& Node, const FSchema& Schema);

const char* NameOf(EType Type)
{
	switch (Type)
	{
		case EType::Object: return "an object {...}";
		case EType::Array: return "a list [...]";
		case EType::Text: return "a text in quotes";
		case EType::Number: return "a number";
		case EType::Integer: return "an integer";
		case EType::Boolean: return "true or false";
		case EType::Any: break;
	}
	return "null";
}

EType TypeOf(const FNode& Node)
{
	switch (Node.Kind)
	{
		case EJson::Object: return EType::Object;
		case EJson::Array: return EType::Array;
		case EJson::Text: return EType::Text;
		case EJson::Number: return Node.IsInteger() ? EType::Integer : EType::Number;
		case EJson::Boolean: return EType::Boolean;
		case EJson::Null: break;
	}
	return EType::Any;
}

bool Fits(const FNode& Node, const FSchema& Schema)
{
	for (size_t Index = 0; Index < Schema.BranchCount; ++Index)
	{
		if (Fits(Node, *Schema.Branches[Index]))
		{
			return true;
		}
	}
	const EType Type = TypeOf(Node);
	const bool bSame = Schema.Type == Type || (Schema.Type == EType::Number && Type == EType::Integer);
	return Schema.Type != EType::Any && bSame;
}

void AddTypes(const FSchema& Schema, std::string& Wanted)
{
	if (Schema.BranchCount == 0)
	{
		const std::string Name = NameOf(Schema.Type);
		Wanted += Wanted.find(Name) != std::string::npos ? "" : (Wanted.empty() ? "" : " or ") + Name;
	}
	for (size_t Index = 0; Index < Schema.BranchCount; ++Index)
	{
		// That false switches a rule off again is not what is missing here.
		if (Schema.Branches[Index]->Only != EOnly::False)
		{
			AddTypes(*Schema.Branches[Index], Wanted);
		}
	}
}

void WrongType(const FNode& Node, const FSchema& Schema)
{
	std::string Wanted;
	AddTypes(Schema, Wanted);
	const bool bQuoted = Node.Kind == EJson::Text && Wanted.find("number") != std::string::npos;
	Node.Fault("wrong-type", Wanted + " is expected, not " + NameOf(TypeOf(Node)),
			   bQuoted ? "Write the number without quotes." : "Write " + Wanted + ".");
}

bool IsOnly(const FNode& Node, EOnly Only)
{
	return Only == EOnly::One ? Node.Kind == EJson::Number && Node.Number == 1.0
							  : Node.Kind == EJson::Boolean && Node.bTrue == (Only == EOnly::True);
}

void WrongVersion(const FNode& Node)
{
	const bool bNewer = Node.IsInteger() && Node.Number > 1.0;
	const bool bShort = Node.Kind == EJson::Number || Node.Kind == EJson::Text;
	Node.Fault("version", "version " + (bShort ? Node.Text.substr(0, 40) : std::string("that is no number")) + " is not known here",
			   bNewer ? "It was written for a newer Koekata: update this one."
					  : "This reader knows version 1; `koekata mapping migrate` rewrites older tables.");
}

void WrongConstant(const FNode& Node, EOnly Only)
{
	if (Only == EOnly::One)
	{
		WrongVersion(Node);
	}
	else if (Node.Kind != EJson::Boolean)
	{
		Node.Fault("wrong-type", "true or false is expected", "Write true, or leave it out.");
	}
	else if (Only == EOnly::False)
	{
		Node.Fault("unknown-value", "true says nothing here", "Write {} to switch it on with its defaults.");
	}
	else
	{
		Node.Fault("unknown-value", "only true is allowed here", "Leave the property out to keep the entry.");
	}
}

void WrongLength(const FNode& Node, size_t Count, const FSchema& Schema, const char* What)
{
	const std::string Least = std::to_string(Schema.Least);
	const std::string Most = std::to_string(Schema.Most);
	const std::string Wanted = Schema.Most == 0				   ? "at least " + Least
							   : Schema.Least == Schema.Most ? Least
															   : Least + " to " + Most;
	Node.Fault("wrong-length", Wanted + " " + What + " are expected, not " + std::to_string(Count),
			   "Give it " + Wanted + " " + What + ".");
}

void CheckLength(const FNode& Node, size_t Count, const FSchema& Schema, const char* What)
{
	const bool bEmpty = Schema.bMayBeEmpty && Count == 0;
	if (!bEmpty && (Count < Schema.Least || (Schema.Most != 0 && Count > Schema.Most)))
	{
		WrongLength(Node, Count, Schema, What);
	}
}

void CheckId(const FNode& Node, const std::string& Text)
{
	const bool bSpaces = !Text.empty() && (Text.front() == ' ' || Text.back() == ' ');
	if (Text.empty() || CodePoints(Text) > LongestId || bSpaces || HasControls(Text))
	{
		Node.Fault("bad-id", "\"" + Text + "\" cannot be an id",
				   "Ids have 1 to 64 characters, no control characters, and no space at either end.");
	}
}

void UnknownProperty(const FNode& Child, const FSchema& Schema)
{
	FKnownNames Known;
	std::string All;
	for (size_t Index = 0; Index < Schema.PropertyCount; ++Index)
	{
		Known.push_back(Schema.Properties[Index].Name);
		All += (All.empty() ? "" : ", ") + std::string(Schema.Properties[Index].Name);
	}
	const bool bSuggest = Child.Document->Faults.size() < MostSuggested;
	std::string Remedy = bSuggest ? DidYouMean(Child.Name, Known) : "";
	if (!Remedy.empty())
	{
		Remedy.pop_back();
	}
	Child.Fault("unknown-property", "there is no property \"" + Child.Name + "\" here",
				Remedy.empty() ? "Here may stand: " + All + "." : Remedy);
}

void CheckProperty(const FNode& Child, const FSchema& Schema)
{
	const FProperty* Known = Schema.Find(Child.Name);
	if (Known != nullptr)
	{
		Check(Child, *Known->Schema);
	}
	else if (Schema.Others != nullptr)
	{
		CheckId(Child, Child.Name);
		Check(Child, *Schema.Others);
	}
	else if (!Schema.bOpen)
	{
		UnknownProperty(Child, Schema);
	}
}

void CheckObject(const FNode& Node, const FSchema& Schema)
{
	for (const FNode* Child : Node.Children)
	{
		CheckProperty(*Child, Schema);
	}
	for (size_t Index = 0; Index < Schema.PropertyCount; ++Index)
	{
		const FProperty& Property = Schema.Properties[Index];
		if (Property.bRequired && Node.Find(Property.Name) == nullptr)
		{
			const std::string Name = "\"" + std::string(Property.Name) + "\"";
			Node.Fault("missing-property", Name + " is missing", "Add " + Name + ".");
		}
	}
	CheckLength(Node, Node.Children.size(), Schema, "properties");
}

void CheckUnique(const FNode& Node)
{
	std::unordered_set<std::string_view> Seen;
	for (const FNode* Child : Node.Children)
	{
		if (Child->Kind == EJson::Text && !Seen.insert(Child->Text).second)
		{
			Child->Fault("duplicate-id", "\"" + Child->Text + "\" stands twice in this list", "Keep one of them.");
		}
	}
}

void CheckArray(const FNode& Node, const FSchema& Schema)
{
	CheckLength(Node, Node.Children.size(), Schema, "entries");
	for (const FNode* Child : Node.Children)
	{
		if (Schema.Items != nullptr)
		{
			Check(*Child, *Schema.Items);
		}
	}
	if (Schema.bUnique)
	{
		CheckUnique(Node);
	}
}

void CheckWord(const FNode& Node, const FSchema& Schema)
{
	FKnownNames Known(Schema.Words, Schema.Words + Schema.WordCount);
	std::string All;
	for (const std::string_view Word : Known)
	{
		if (Word == Node.Text)
		{
			return;
		}
		All += (All.empty() ? "" : ", ") + std::string(Word);
	}
	const bool bSuggest = Node.Document->Faults.size() < MostSuggested;
	Node.Fault("unknown-value", "\"" + Node.Text + "\" is not known here",
			   (bSuggest ? DidYouMean(Node.Text, Known) : "") + "Write one of: " + All + ".");
}

void CheckText(const FNode& Node, const FSchema& Schema)
{
	if (Schema.bId)
	{
		CheckId(Node, Node.Text);
	}
	else if (Schema.WordCount > 0)
	{
		CheckWord(Node, Schema);
	}
	else
	{
		CheckLength(Node, CodePoints(Node.Text), Schema, "characters");
	}
}

void CheckNumber(const FNode& Node, const FSchema& Schema)
{
	if (Schema.bLimited && (Node.Number < Schema.Low || Node.Number > Schema.High))
	{
		const std::string Limits = FormatNumber(Schema.Low) + " to " + FormatNumber(Schema.High);
		Node.Fault("out-of-range", Node.Text + " is outside " + Limits, "Write a number from " + Limits + ".");
	}
}

void CheckOne(const FNode& Node, const FSchema& Schema)
{
	switch (Node.Kind)
	{
		case EJson::Object: CheckObject(Node, Schema); break;
		case EJson::Array: CheckArray(Node, Schema); break;
		case EJson::Text: CheckText(Node, Schema); break;
		case EJson::Number: CheckNumber(Node, Schema); break;
		case EJson::Boolean:
		case EJson::Null: break;
	}
}

void CheckBranches(const FNode& Node, const FSchema& Schema)
{
	for (size_t Index = 0; Index < Schema.BranchCount; ++Index)
	{
		if (Fits(Node, *Schema.Branches[Index]))
		{
			Check(Node, *Schema.Branches[Index]);
			return;
		}
	}
	WrongType(Node, Schema);
}

void Check(const FNode& Node, const FSchema& Schema)
{
	if (Node.bUnknown)
	{
		return;
	}
	if (Schema.BranchCount > 0)
	{
		CheckBranches(Node, Schema);
	}
	else if (Schema.Only != EOnly::Any && !IsOnly(Node, Schema.Only))
	{
		WrongConstant(Node, Schema.Only);
	}
	else if (Schema.Type != EType::Any && !Fits(Node, Schema))
	{
		WrongType(Node, Schema);
	}
	else
	{
		CheckOne(Node, Schema);
	}
}

/** Whether this is a file of version 0. */
bool IsListOfPairs(const FNode& Root)
{
	for (const FNode* Child : Root.Children)
	{
		if (TableSchema().Find(Child->Name) != nullptr)
		{
			return false;
		}
	}
	return Root.Kind == EJson::Object && !Root.Children.empty();
}
} // namespace

void CheckForm(const FNode& Root)
{
	if (IsListOfPairs(Root))
	{
		Root.Fault("version", "a list of pairs is no table", "It is one of version 0: `koekata mapping migrate` rewrites it on a copy.");
	}
	else
	{
		Check(Root, TableSchema());
	}
}
} // namespace Koekata
