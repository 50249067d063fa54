#include "Scanner.h"

#include "Utf8.h"

namespace Koekata
{
namespace
{
bool IsDigit(int Letter)
{
	return Letter >= '0' && Letter <= '9';
}

int HexDigit(int Letter)
{
	if (IsDigit(Letter))
	{
		return Letter - '0';
	}
	const int Lower = Letter | 0x20;
	return Lower >= 'a' && Lower <= 'f' ? Lower - 'a' + 10 : -1;
}

bool IsLetter(int Letter)
{
	return (Letter >= 'A' && Letter <= 'Z') || (Letter >= 'a' && Letter <= 'z') || Letter == '_';
}
} // namespace

void FScanner::SkipSpace()
{
	const size_t Next = All.find_first_not_of(" \t\n\r", At);
	At = Next == std::string_view::npos ? All.size() : Next;
}

int FScanner::Peek()
{
	SkipSpace();
	return ByteAt(At);
}

std::string FScanner::Here() const
{
	const std::string_view Found = All.substr(At, CharacterLength(All, At));
	return Found.empty() ? "the end of the file" : "\"" + std::string(Found) + "\"";
}

EScan FScanner::Text(std::string& Found)
{
	const size_t Start = At++;
	Half = 0;
	bHalfPair = false;
	for (int Next = ByteAt(At); Next != '"'; Next = ByteAt(At))
	{
		if (Next == End || (Next == '\\' && At + 1 == All.size()))
		{
			At = Start;
			return EScan::Endless;
		}
		if (Next < 0x20 || (Next == '\\' && Escape(Found) != EScan::Good))
		{
			return EScan::BadCharacter;
		}
		if (Next != '\\')
		{
			bHalfPair = bHalfPair || Half != 0;
			Half = 0;
			Found.push_back(static_cast<char>(Next));
			++At;
		}
	}
	if (bHalfPair || Half != 0)
	{
		At = Start;
		return EScan::HalfPair;
	}
	++At;
	return EScan::Good;
}

EScan FScanner::Escape(std::string& Found)
{
	static constexpr std::string_view Letters = "\"\\/bfnrt";
	static constexpr std::string_view Meanings = "\"\\/\b\f\n\r\t";
	const int Letter = ByteAt(At + 1);
	const size_t Known = Letters.find(static_cast<char>(Letter));
	const int Code = Letter == 'u' ? HexAt(At + 2) : Known != std::string_view::npos ? Meanings[Known] : -1;
	if (Code < 0)
	{
		return EScan::BadCharacter;
	}
	At += Letter == 'u' ? 6 : 2;
	const bool bLow = Code >= 0xDC00 && Code <= 0xDFFF;
	bHalfPair = bHalfPair || (bLow ? Half == 0 : Half != 0);
	if (bLow && Half != 0)
	{
		AppendUtf8(Found, 0x10000u + ((static_cast<uint32_t>(Half) & 0x3FFu) << 10) + (static_cast<uint32_t>(Code) & 0x3FFu));
	}
	Half = Code >= 0xD800 && Code <= 0xDBFF ? Code : 0;
	if (!bLow && Half == 0)
	{
		AppendUtf8(Found, static_cast<uint32_t>(Code));
	}
	return EScan::Good;
}

int FScanner::HexAt(size_t Offset) const
{
	int Code = 0;
	for (size_t Index = Offset; Index < Offset + 4; ++Index)
	{
		const int Digit = HexDigit(ByteAt(Index));
		if (Digit < 0)
		{
			return -1;
		}
		Code = Code * 16 + Digit;
	}
	return Code;
}

size_t FScanner::SkipDigits(size_t Offset) const
{
	while (IsDigit(ByteAt(Offset)))
	{
		++Offset;
	}
	return Offset;
}

std::string_view FScanner::Number()
{
	const size_t First = At + (ByteAt(At) == '-' ? 1 : 0);
	if (!IsDigit(ByteAt(First)))
	{
		return {};
	}
	size_t Last = ByteAt(First) == '0' ? First + 1 : SkipDigits(First);
	if (ByteAt(Last) == '.' && IsDigit(ByteAt(Last + 1)))
	{
		Last = SkipDigits(Last + 1);
	}
	const size_t Sign = ByteAt(Last + 1) == '+' || ByteAt(Last + 1) == '-' ? 1 : 0;
	if ((ByteAt(Last) == 'e' || ByteAt(Last) == 'E') && IsDigit(ByteAt(Last + 1 + Sign)))
	{
		Last = SkipDigits(Last + 1 + Sign);
	}
	const std::string_view Found = All.substr(At, Last - At);
	At = Last;
	return Found;
}

std::string_view FScanner::Word() const
{
	size_t Last = At;
	while (IsLetter(ByteAt(Last)))
	{
		++Last;
	}
	return All.substr(At, Last - At);
}
} // namespace Koekata
