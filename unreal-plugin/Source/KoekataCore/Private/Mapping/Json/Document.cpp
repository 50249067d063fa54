#include "Document.h"

#include "Utf8.h"

#include <algorithm>
#include <cmath>

namespace Koekata
{
namespace
{
std::string Escaped(const std::string& Name)
{
	std::string Found = "/";
	for (const char Letter : Name)
	{
		Found += Letter == '~' ? "~0" : Letter == '/' ? "~1" : std::string(1, Letter);
	}
	return Found;
}
} // namespace

bool FNode::IsInteger() const
{
	return Kind == EJson::Number && std::floor(Number) == Number;
}

const FNode* FNode::Find(std::string_view Property) const
{
	for (const FNode* Child : Children)
	{
		if (Kind == EJson::Object && Child->Name == Property)
		{
			return Child;
		}
	}
	return nullptr;
}

std::string FNode::Pointer() const
{
	if (Parent == nullptr)
	{
		return "";
	}
	return Parent->Pointer() + (Parent->Kind == EJson::Object ? Escaped(Name) : "/" + std::to_string(Index));
}

void FNode::Fault(const char* Code, std::string Message, std::string Remedy) const
{
	Document->Fault(Code, Offset, Pointer(), std::move(Message), std::move(Remedy));
}

FDocument::FDocument(std::string InFile, std::string InText) : File(std::move(InFile)), Text(std::move(InText))
{
}

FNode& FDocument::MakeNode()
{
	Nodes.emplace_back();
	Nodes.back().Document = this;
	return Nodes.back();
}

void FDocument::Fault(const char* Code, size_t Offset, std::string Pointer, std::string Message, std::string Remedy)
{
	FFault Found;
	Found.Code = Code;
	Found.File = File;
	Found.Pointer = std::move(Pointer);
	Found.Message = std::move(Message);
	Found.Remedy = std::move(Remedy);
	Place(Offset, Found.Line, Found.Column);
	Faults.push_back(std::move(Found));
}

void FDocument::Place(size_t Offset, int& Line, int& Column)
{
	if (Lines.empty())
	{
		Lines.push_back(0);
		for (size_t End = Text.find('\n'); End != std::string::npos; End = Text.find('\n', End + 1))
		{
			Lines.push_back(End + 1);
		}
	}
	const auto Next = std::upper_bound(Lines.begin(), Lines.end(), Offset);
	const size_t Start = *(Next - 1);
	// Faults come close to one another, so that the columns of a long line are not counted anew for each.
	if (Counted < Start)
	{
		Counted = Start;
		CountedColumn = 1;
	}
	const std::string_view All(Text);
	const bool bAhead = Offset >= Counted;
	const size_t Between = CodePoints(bAhead ? All.substr(Counted, Offset - Counted) : All.substr(Offset, Counted - Offset));
	const bool bSameLine = bAhead || Next == Lines.end() || Counted < *Next;
	CountedColumn = !bSameLine ? 1 + CodePoints(All.substr(Start, Offset - Start))
							   : (bAhead ? CountedColumn + Between : CountedColumn - Between);
	Counted = Offset;
	Line = static_cast<int>(Next - Lines.begin());
	Column = static_cast<int>(CountedColumn);
}
} // namespace Koekata
