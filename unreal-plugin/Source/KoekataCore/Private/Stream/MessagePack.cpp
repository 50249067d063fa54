#include "MessagePack.h"

#include "Mapping/Json/Utf8.h"

#include <cstring>

namespace Koekata
{
namespace
{
constexpr size_t MaxExtension = 4096;
constexpr uint64_t MaxInt64 = static_cast<uint64_t>(std::numeric_limits<int64_t>::max());

template <typename Float, typename Bits> double FloatOf(uint64_t Raw)
{
	const Bits Narrow = static_cast<Bits>(Raw);
	Float Value;
	static_assert(sizeof(Value) == sizeof(Narrow), "floats are those of IEEE 754");
	std::memcpy(&Value, &Narrow, sizeof(Value));
	return static_cast<double>(Value);
}

int64_t Signed(uint64_t Raw, size_t Size)
{
	const unsigned Unused = static_cast<unsigned>(64 - 8 * Size);
	// Shifted up as unsigned and down as signed, which every compiler of this project does arithmetically.
	return static_cast<int64_t>(Raw << Unused) >> Unused;
}

/** Type -1 is a time stamp, which has three forms. */
bool IsTimestamp(std::string_view Bytes)
{
	const auto Word = [&Bytes](size_t Place) {
		uint32_t Value = 0;
		for (size_t Index = 0; Index < 4; ++Index)
		{
			Value = (Value << 8) | static_cast<uint8_t>(Bytes[Place + Index]);
		}
		return Value;
	};
	constexpr uint32_t Second = 1000000000;
	return Bytes.size() == 4 || (Bytes.size() == 8 && (Word(0) >> 2) < Second) || (Bytes.size() == 12 && Word(0) < Second);
}
} // namespace

bool FPackReader::Unsigned(size_t Size, uint64_t& Value)
{
	if (Bytes.size() - Place < Size)
	{
		return false;
	}
	Value = 0;
	for (size_t Index = 0; Index < Size; ++Index)
	{
		Value = (Value << 8) | static_cast<uint8_t>(Bytes[Place++]);
	}
	return true;
}

bool FPackReader::Next(FPackValue& Value)
{
	uint64_t Head = 0;
	if (!Unsigned(1, Head))
	{
		return false;
	}
	Value = FPackValue();
	const uint8_t Byte = static_cast<uint8_t>(Head);
	return Byte < 0xC0 || Byte >= 0xE0 ? Fixed(Byte, Value) : Byte >= 0xCA && Byte <= 0xD3 ? Numbers(Byte, Value) : Sized(Byte, Value);
}

bool FPackReader::Fixed(uint8_t Head, FPackValue& Value)
{
	if (Head < 0x80 || Head >= 0xE0)
	{
		Value.Kind = EPack::Integer;
		Value.Integer = Head < 0x80 ? int64_t{Head} : int64_t{Head} - 256;
		return true;
	}
	if (Head >= 0xA0)
	{
		return Raw(EPack::Text, Head & 0x1Fu, Value);
	}
	return Container(Head >= 0x90 ? EPack::Array : EPack::Map, Head & 0x0Fu, Value);
}

bool FPackReader::Numbers(uint8_t Head, FPackValue& Value)
{
	const size_t Size = Head == 0xCA ? 4 : Head == 0xCB ? 8 : size_t{1} << ((Head - 0xCC) % 4);
	uint64_t Bits = 0;
	if (!Unsigned(Size, Bits))
	{
		return false;
	}
	Value.Kind = Head <= 0xCB ? EPack::Float : EPack::Integer;
	if (Head <= 0xCB)
	{
		Value.Float = Size == 4 ? FloatOf<float, uint32_t>(Bits) : FloatOf<double, uint64_t>(Bits);
		return true;
	}
	Value.bHuge = Head == 0xCF && Bits > MaxInt64;
	Value.Integer = Value.bHuge ? std::numeric_limits<int64_t>::max() : Head >= 0xD0 ? Signed(Bits, Size) : static_cast<int64_t>(Bits);
	return true;
}

bool FPackReader::Sized(uint8_t Head, FPackValue& Value)
{
	if (Head == 0xC0 || Head == 0xC2 || Head == 0xC3)
	{
		Value.Kind = Head == 0xC0 ? EPack::Nil : EPack::Boolean;
		Value.bTrue = Head == 0xC3;
		return true;
	}
	if (Head == 0xC1)
	{
		return false; // Never used.
	}
	if (Head >= 0xD4 && Head <= 0xD8)
	{
		return Extension(size_t{1} << (Head - 0xD4), Value);
	}
	// 8, 16 and 32 bits of length: bin C4, ext C7, str D9; 16 and 32: array DC, map DE.
	const bool bContainer = Head >= 0xDC;
	const int First = Head >= 0xDE ? 0xDE : Head >= 0xDC ? 0xDC : Head >= 0xD9 ? 0xD9 : Head >= 0xC7 ? 0xC7 : 0xC4;
	uint64_t Length = 0;
	if (!Unsigned(size_t{1} << (Head - First + (bContainer ? 1 : 0)), Length))
	{
		return false;
	}
	if (bContainer)
	{
		return Container(First == 0xDC ? EPack::Array : EPack::Map, static_cast<uint32_t>(Length), Value);
	}
	return First == 0xC7 ? Extension(Length, Value) : Raw(First == 0xD9 ? EPack::Text : EPack::Binary, Length, Value);
}

bool FPackReader::Raw(EPack Kind, size_t Length, FPackValue& Value)
{
	if (Bytes.size() - Place < Length)
	{
		return false;
	}
	Value.Kind = Kind;
	Value.Bytes = Bytes.substr(Place, Length);
	Place += Length;
	size_t Bad = 0;
	return Kind != EPack::Text || IsUtf8(Value.Bytes, Bad);
}

bool FPackReader::Extension(size_t Length, FPackValue& Value)
{
	uint64_t Type = 0;
	if (Length > MaxExtension || !Unsigned(1, Type) || !Raw(EPack::Extension, Length, Value))
	{
		return false;
	}
	return Type != 0xFF || IsTimestamp(Value.Bytes);
}

bool FPackReader::Container(EPack Kind, uint32_t Count, FPackValue& Value)
{
	Value.Kind = Kind;
	Value.Count = Count;
	return Count <= (Kind == EPack::Array ? MaxArray : MaxKeys);
}

bool FPackMap::Read(std::string_view Payload)
{
	FPackReader Reader(Payload);
	FPackValue Head;
	Count = 0;
	if (!Reader.Next(Head) || Head.Kind != EPack::Map)
	{
		return false;
	}
	for (uint32_t Index = 0; Index < Head.Count; ++Index)
	{
		if (!Entry(Reader))
		{
			return false;
		}
	}
	return Reader.IsAtEnd();
}

bool FPackMap::Entry(FPackReader& Reader)
{
	FPackValue Key;
	FEntry Found;
	if (!Reader.Next(Key) || Key.IsContainer() || !Reader.Next(Found.Value))
	{
		return false;
	}
	Found.Key = Key.Bytes;
	Found.Inside = Reader;
	if (Key.Kind == EPack::Text)
	{
		Entries[Count++] = Found;
	}
	return Skip(Reader, Found.Value);
}

void FPackMap::Open(const FPackValue& Head)
{
	Stack[Depth++] = {Head.Kind == EPack::Map ? 2 * Head.Count : Head.Count, Head.Kind == EPack::Map};
}

/** Checks everything inside of a value, however deep, with a stack of its own. */
bool FPackMap::Skip(FPackReader& Reader, const FPackValue& Head)
{
	Depth = 0;
	if (Head.IsContainer())
	{
		Open(Head);
	}
	while (Depth > 0)
	{
		FOpen& Top = Stack[Depth - 1];
		if (Top.Left == 0)
		{
			--Depth;
			continue;
		}
		const bool bKey = Top.bMap && Top.Left % 2 == 0;
		--Top.Left;
		FPackValue Value;
		// A list or a map as a key is beyond what many languages can hold.
		if (!Reader.Next(Value) || (bKey && Value.IsContainer()))
		{
			return false;
		}
		if (Value.IsContainer() && Value.Count > 0)
		{
			if (Depth == Stack.size() - 1)
			{
				return false;
			}
			Open(Value);
		}
	}
	return true;
}

const FPackMap::FEntry* FPackMap::Find(std::string_view Key) const
{
	for (size_t Index = Count; Index > 0; --Index)
	{
		if (Entries[Index - 1].Key == Key)
		{
			return &Entries[Index - 1];
		}
	}
	return nullptr;
}
} // namespace Koekata
