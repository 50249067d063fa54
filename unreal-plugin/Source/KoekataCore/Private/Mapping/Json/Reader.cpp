#include "Reader.h"

#include "Number.h"
#include "Scanner.h"
#include "Utf8.h"

#include <cmath>
#include <unordered_set>

namespace Koekata
{
namespace
{
constexpr size_t LongestSpelling = 40;

/** Recursive descent; every function returns false once the rest cannot be read, with the fault noted. */
class FReader
{
public:
	explicit FReader(FDocument& InDocument) : Document(InDocument), Scan(InDocument.Text) {}

	void Read()
	{
		FNode& Root = Document.MakeNode();
		Scan.SkipSpace();
		Root.Offset = Scan.At;
		if (!Value(Root, 0))
		{
			return;
		}
		if (Scan.Peek() != FScanner::End)
		{
			Break("there is more text after the end of the table", "Remove what follows the last bracket.");
			return;
		}
		Document.Root = &Root;
	}

private:
	bool Break(std::string Message, std::string Remedy)
	{
		Document.Fault("syntax", Scan.At, "", std::move(Message), std::move(Remedy));
		return false;
	}

	bool Value(FNode& Node, int Depth)
	{
		const int First = Scan.Peek();
		if (First == '{' || First == '[')
		{
			if (Depth >= MaxDepth)
			{
				const std::string Message = "nested more deeply than " + std::to_string(MaxDepth);
				Document.Fault("too-deep", Scan.At, Node.Pointer(), Message, "Make it flatter.");
				return false;
			}
			++Scan.At;
			return First == '{' ? Object(Node, Depth) : Array(Node, Depth);
		}
		if (First == '"')
		{
			Node.Kind = EJson::Text;
			return Text(Node.Text);
		}
		return Number(Node) || Word(Node);
	}

	bool Object(FNode& Node, int Depth)
	{
		Node.Kind = EJson::Object;
		std::unordered_set<std::string_view> Names;
		bool bMore = Scan.Peek() != '}';
		Scan.At += bMore ? 0 : 1;
		while (bMore)
		{
			FNode& Child = Document.MakeNode();
			Child.Parent = &Node;
			if (!Property(Child, Depth))
			{
				return false;
			}
			if (Names.insert(Child.Name).second)
			{
				Node.Children.push_back(&Child);
			}
			else
			{
				Child.Fault("duplicate-key", "\"" + Child.Name + "\" stands twice in this object", "Keep one of them.");
			}
			if (!Ends('}', bMore))
			{
				return false;
			}
		}
		return true;
	}

	bool Property(FNode& Child, int Depth)
	{
		if (Scan.Peek() != '"')
		{
			return Break("a property's name in quotes is expected", AfterComma());
		}
		Child.Offset = Scan.At;
		if (!Text(Child.Name))
		{
			return false;
		}
		if (Scan.Peek() != ':')
		{
			return Break("a colon is expected after \"" + Child.Name + "\"", "Write \"name\": value.");
		}
		++Scan.At;
		return Value(Child, Depth + 1);
	}

	bool Array(FNode& Node, int Depth)
	{
		Node.Kind = EJson::Array;
		bool bMore = Scan.Peek() != ']';
		Scan.At += bMore ? 0 : 1;
		while (bMore)
		{
			Scan.SkipSpace();
			FNode& Child = Document.MakeNode();
			Child.Parent = &Node;
			Child.Index = Node.Children.size();
			Child.Offset = Scan.At;
			if (!Value(Child, Depth + 1))
			{
				return false;
			}
			Node.Children.push_back(&Child);
			if (!Ends(']', bMore))
			{
				return false;
			}
		}
		return true;
	}

	bool Ends(char Bracket, bool& bMore)
	{
		const int Found = Scan.Peek();
		if (Found != ',' && Found != Bracket)
		{
			const std::string Expected = std::string("\",\" or \"") + Bracket + "\" is expected, not " + Scan.Here();
			return Break(Expected, "Is a comma or a bracket missing before this?");
		}
		++Scan.At;
		bMore = Found == ',';
		return true;
	}

	std::string AfterComma()
	{
		const bool bComma = Scan.At > 0 && Document.Text.find_last_not_of(" \t\r\n", Scan.At - 1) != std::string::npos &&
							Document.Text[Document.Text.find_last_not_of(" \t\r\n", Scan.At - 1)] == ',';
		return bComma && Scan.Peek() == '}' ? "Remove the comma after the last entry."
											: "Write \"name\": value. JSON has no comments; use \"note\".";
	}

	bool Text(std::string& Found)
	{
		switch (Scan.Text(Found))
		{
			case EScan::Endless: return Break("this text does not end", "Is a closing quote missing?");
			case EScan::BadCharacter:
				return Break("this character cannot stand in a text",
							 "Is a closing quote missing, or a backslash not doubled?");
			case EScan::HalfPair:
				return Break("half of a surrogate pair is no character", "Write the character itself, or both halves.");
			case EScan::Good: break;
		}
		return true;
	}

	bool Number(FNode& Node)
	{
		const std::string_view Spelling = Scan.Number();
		if (Spelling.empty())
		{
			return false;
		}
		Node.Kind = EJson::Number;
		Node.Text = std::string(Spelling.substr(0, LongestSpelling));
		Node.Number = ParseNumber(Spelling);
		if (!std::isfinite(Node.Number))
		{
			Node.bUnknown = true;
			Node.Number = 0.0;
			Node.Fault("not-finite", "the number is too large for a double", "Write a smaller number.");
		}
		return true;
	}

	bool Word(FNode& Node)
	{
		const std::string_view Found = Scan.Word();
		if (Found != "true" && Found != "false" && Found != "null")
		{
			const std::string What = Found.empty() ? Scan.Here() : "\"" + std::string(Found.substr(0, LongestSpelling)) + "\"";
			return Break("a value is expected, not " + What, "Texts stand in quotes; NaN and Infinity are not JSON.");
		}
		Node.Kind = Found == "null" ? EJson::Null : EJson::Boolean;
		Node.bTrue = Found == "true";
		Scan.At += Found.size();
		return true;
	}

	FDocument& Document;
	FScanner Scan;
};

std::unique_ptr<FDocument> Refuse(const std::string& File, const char* Code, std::string Message, const char* Remedy)
{
	auto Document = std::make_unique<FDocument>(File, "");
	Document->Fault(Code, 0, "", std::move(Message), Remedy);
	return Document;
}
} // namespace

std::unique_ptr<FDocument> ReadDocument(std::string_view Bytes, const std::string& File)
{
	if (Bytes.size() > MaxBytes)
	{
		return Refuse(File, "too-large", "the file is longer than 1 MiB", "Split it with `extends`.");
	}
	size_t Bad = 0;
	if (!IsUtf8(Bytes, Bad))
	{
		return Refuse(File, "encoding", "byte " + std::to_string(Bad) + " is not UTF-8", "Save the file as UTF-8.");
	}
	Bytes.remove_prefix(Bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0);
	auto Document = std::make_unique<FDocument>(File, std::string(Bytes));
	FReader(*Document).Read();
	return Document;
}
} // namespace Koekata
