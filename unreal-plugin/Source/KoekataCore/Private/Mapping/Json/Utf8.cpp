#include "Utf8.h"

#include <algorithm>

namespace Koekata
{
namespace
{
uint8_t Byte(std::string_view Text, size_t Offset)
{
	return Offset < Text.size() ? static_cast<uint8_t>(Text[Offset]) : uint8_t{0};
}

bool IsWithin(uint8_t Value, int Low, int High)
{
	return Value >= Low && Value <= High;
}

size_t LengthOf(uint8_t First)
{
	return First < 0x80 ? 1 : IsWithin(First, 0xC2, 0xDF) ? 2 : IsWithin(First, 0xE0, 0xEF) ? 3 : IsWithin(First, 0xF0, 0xF4) ? 4 : 0;
}

/** The second byte keeps overlong forms, surrogates and what lies above U+10FFFF out. */
bool IsSecond(uint8_t First, uint8_t Second)
{
	const int Low = First == 0xE0 ? 0xA0 : First == 0xF0 ? 0x90 : 0x80;
	const int High = First == 0xED ? 0x9F : First == 0xF4 ? 0x8F : 0xBF;
	return IsWithin(Second, Low, High);
}

bool IsCharacter(std::string_view Bytes, size_t Offset, size_t Length)
{
	if (Length == 0 || (Length > 1 && !IsSecond(Byte(Bytes, Offset), Byte(Bytes, Offset + 1))))
	{
		return false;
	}
	for (size_t Index = 2; Index < Length; ++Index)
	{
		if (!IsWithin(Byte(Bytes, Offset + Index), 0x80, 0xBF))
		{
			return false;
		}
	}
	return true;
}
} // namespace

bool IsUtf8(std::string_view Bytes, size_t& Bad)
{
	for (Bad = 0; Bad < Bytes.size();)
	{
		const size_t Length = LengthOf(Byte(Bytes, Bad));
		if (!IsCharacter(Bytes, Bad, Length))
		{
			return false;
		}
		Bad += Length;
	}
	return true;
}

size_t CodePoints(std::string_view Text)
{
	const auto IsFirst = [](char Letter) { return (static_cast<uint8_t>(Letter) & 0xC0) != 0x80; };
	return static_cast<size_t>(std::count_if(Text.begin(), Text.end(), IsFirst));
}

size_t CharacterLength(std::string_view Text, size_t Offset)
{
	return Offset < Text.size() ? std::max<size_t>(LengthOf(Byte(Text, Offset)), 1) : 0;
}

void AppendUtf8(std::string& Text, uint32_t CodePoint)
{
	const auto Add = [&Text](uint32_t Value) { Text.push_back(static_cast<char>(static_cast<uint8_t>(Value))); };
	if (CodePoint < 0x80)
	{
		Add(CodePoint);
		return;
	}
	if (CodePoint < 0x800)
	{
		Add(0xC0 | (CodePoint >> 6));
	}
	else
	{
		Add(CodePoint < 0x10000 ? 0xE0 | (CodePoint >> 12) : 0xF0 | (CodePoint >> 18));
		if (CodePoint >= 0x10000)
		{
			Add(0x80 | ((CodePoint >> 12) & 0x3F));
		}
		Add(0x80 | ((CodePoint >> 6) & 0x3F));
	}
	Add(0x80 | (CodePoint & 0x3F));
}

bool HasControls(std::string_view Text)
{
	for (size_t Offset = 0; Offset < Text.size(); ++Offset)
	{
		const uint8_t Here = Byte(Text, Offset);
		if (Here < 0x20 || Here == 0x7F || (Here == 0xC2 && IsWithin(Byte(Text, Offset + 1), 0x80, 0x9F)))
		{
			return true;
		}
	}
	return false;
}
} // namespace Koekata
