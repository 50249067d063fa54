#include "Suggest.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace Koekata
{
namespace
{
constexpr size_t MostSuggestions = 3;
/** Longer names are no near miss of anything; it also bounds the time that hostile tables take. */
constexpr size_t LongestName = 96;
/** Share of the letters that may differ. */
constexpr double Tolerance = 0.34;

std::string Folded(std::string_view Name)
{
	std::string Found(Name);
	for (char& Letter : Found)
	{
		Letter = Letter >= 'A' && Letter <= 'Z' ? static_cast<char>(Letter + ('a' - 'A')) : Letter;
	}
	return Found;
}

/** Levenshtein's distance, by bytes. */
size_t Distance(std::string_view A, std::string_view B)
{
	std::vector<size_t> Row(B.size() + 1);
	for (size_t Column = 0; Column < Row.size(); ++Column)
	{
		Row[Column] = Column;
	}
	for (size_t Line = 1; Line <= A.size(); ++Line)
	{
		size_t Diagonal = Row[0];
		Row[0] = Line;
		for (size_t Column = 1; Column < Row.size(); ++Column)
		{
			const size_t Replaced = Diagonal + (A[Line - 1] == B[Column - 1] ? 0 : 1);
			Diagonal = Row[Column];
			Row[Column] = std::min({Replaced, Row[Column] + 1, Row[Column - 1] + 1});
		}
	}
	return Row[B.size()];
}
} // namespace

std::string DidYouMean(std::string_view Name, const FKnownNames& Known)
{
	if (Name.size() > LongestName)
	{
		return "";
	}
	const std::string Wanted = Folded(Name);
	std::vector<std::pair<size_t, std::string_view>> Near;
	for (const std::string_view Candidate : Known)
	{
		const size_t Longer = std::max(Candidate.size(), Wanted.size());
		const auto Most = static_cast<size_t>(Tolerance * static_cast<double>(Longer));
		const size_t Shorter = std::min(Candidate.size(), Wanted.size());
		const size_t Found = Longer - Shorter > Most ? Longer : Distance(Wanted, Folded(Candidate));
		if (Found <= Most)
		{
			Near.emplace_back(Found, Candidate);
		}
	}
	std::sort(Near.begin(), Near.end());
	std::string Text;
	for (size_t Index = 0; Index < std::min(Near.size(), MostSuggestions); ++Index)
	{
		Text += (Index == 0 ? "Did you mean \"" : " or \"") + std::string(Near[Index].second) + "\"";
	}
	return Text.empty() ? Text : Text + "? ";
}

std::string FormatNumber(double Value)
{
	char Buffer[40];
	std::snprintf(Buffer, sizeof(Buffer), "%.10g", Value);
	std::string Text;
	for (const char* Letter = Buffer; *Letter != '\0'; ++Letter)
	{
		const bool bKnown = (*Letter >= '0' && *Letter <= '9') || *Letter == '-' || *Letter == '+' || *Letter == 'e';
		if (bKnown || Text.empty() || Text.back() != '.')
		{
			Text.push_back(bKnown ? *Letter : '.');
		}
	}
	return Text;
}
} // namespace Koekata
