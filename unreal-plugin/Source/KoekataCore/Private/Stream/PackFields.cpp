#include "PackFields.h"

#include "Mapping/Json/Utf8.h"

#include <algorithm>
#include <cmath>

namespace Koekata
{
void FPackFields::Refuse(EStreamFault Fault, const char* Key)
{
	if (IsGood())
	{
		Wrong = Fault;
		WrongKey = Key;
	}
}

const FPackMap::FEntry* FPackFields::Get(const char* Key)
{
	const FPackMap::FEntry* Found = IsGood() ? Map.Find(Key) : nullptr;
	if (Found == nullptr)
	{
		Refuse(EStreamFault::MissingKey, Key);
	}
	return Found;
}

const FPackMap::FEntry* FPackFields::Get(const char* Key, EPack Kind)
{
	const FPackMap::FEntry* Found = Get(Key);
	if (Found != nullptr && Found->Value.Kind != Kind)
	{
		Refuse(EStreamFault::WrongType, Key);
		return nullptr;
	}
	return Found;
}

int64_t FPackFields::Integer(const char* Key, int64_t High, int64_t Low)
{
	const FPackMap::FEntry* Found = Get(Key, EPack::Integer);
	if (Found == nullptr)
	{
		return 0;
	}
	if (Found->Value.bHuge || Found->Value.Integer < Low || Found->Value.Integer > High)
	{
		Refuse(EStreamFault::OutOfRange, Key);
		return 0;
	}
	return Found->Value.Integer;
}

double FPackFields::Checked(const FPackValue& Value, const char* Key, double Low, double High)
{
	if (Value.Kind != EPack::Float && Value.Kind != EPack::Integer)
	{
		Refuse(EStreamFault::WrongType, Key);
		return 0.0;
	}
	// An int above 2^63 - 1 is outside of whatever has limits, and a float near enough for what has none.
	const double Found = Value.Kind == EPack::Float ? Value.Float : Value.bHuge ? 1.8e19 : static_cast<double>(Value.Integer);
	if (!std::isfinite(Found))
	{
		Refuse(EStreamFault::NotFinite, Key);
	}
	else if (Found < Low || Found > High)
	{
		Refuse(EStreamFault::OutOfRange, Key);
	}
	return Found;
}

double FPackFields::Float(const char* Key, double Low, double High)
{
	const FPackMap::FEntry* Found = Get(Key);
	return Found == nullptr ? 0.0 : Checked(Found->Value, Key, Low, High);
}

bool FPackFields::Boolean(const char* Key)
{
	const FPackMap::FEntry* Found = Get(Key, EPack::Boolean);
	return Found != nullptr && Found->Value.bTrue;
}

std::string_view FPackFields::TextOf(const FPackMap::FEntry* Entry, const char* Key, size_t Longest)
{
	if (Entry == nullptr)
	{
		return {};
	}
	if (CodePoints(Entry->Value.Bytes) > Longest)
	{
		Refuse(EStreamFault::OutOfRange, Key);
	}
	return Entry->Value.Bytes;
}

std::string_view FPackFields::Text(const char* Key, size_t Longest)
{
	return TextOf(Get(Key, EPack::Text), Key, Longest);
}

std::string_view FPackFields::TextOrNil(const char* Key, size_t Longest)
{
	const FPackMap::FEntry* Found = Get(Key);
	const bool bNil = Found == nullptr || Found->Value.Kind == EPack::Nil;
	return bNil ? std::string_view() : Text(Key, Longest);
}

std::string_view FPackFields::TextIfThere(const char* Key, size_t Longest)
{
	return Map.Find(Key) == nullptr ? std::string_view() : Text(Key, Longest);
}

void FPackFields::Floats(const char* Key, std::vector<double>& Values, double Low, double High)
{
	Values.clear();
	const FPackMap::FEntry* Found = Get(Key, EPack::Array);
	if (Found == nullptr)
	{
		return;
	}
	FPackReader Inside = Found->Inside;
	FPackValue Value;
	for (uint32_t Index = 0; Index < Found->Value.Count && IsGood(); ++Index)
	{
		Inside.Next(Value);
		Values.push_back(Checked(Value, Key, Low, High));
	}
}

void FPackFields::FixedFloats(const char* Key, double* Values, size_t Size)
{
	const FPackMap::FEntry* Found = Get(Key, EPack::Array);
	if (Found == nullptr)
	{
		return;
	}
	if (Found->Value.Count != Size)
	{
		Refuse(EStreamFault::Length, Key);
		return;
	}
	FPackReader Inside = Found->Inside;
	FPackValue Value;
	for (size_t Index = 0; Index < Size && IsGood(); ++Index)
	{
		Inside.Next(Value);
		Values[Index] = Checked(Value, Key, -MaxFloat32, MaxFloat32);
	}
}

void FPackFields::Names(const char* Key, std::vector<std::string>& Values, std::vector<std::string_view>& Sorted)
{
	Sorted.clear();
	const FPackMap::FEntry* Found = Get(Key, EPack::Array);
	if (Found == nullptr)
	{
		return;
	}
	FPackReader Inside = Found->Inside;
	FPackValue Value;
	bool bInRange = Found->Value.Count >= 1 && Found->Value.Count <= MaxChannels;
	for (uint32_t Index = 0; Index < Found->Value.Count; ++Index)
	{
		Inside.Next(Value);
		if (Value.Kind != EPack::Text)
		{
			Refuse(EStreamFault::WrongType, Key);
			return;
		}
		bInRange = bInRange && !Value.Bytes.empty() && CodePoints(Value.Bytes) <= MaxName;
		Sorted.push_back(Value.Bytes);
	}
	if (!bInRange)
	{
		Refuse(EStreamFault::OutOfRange, Key);
		return;
	}
	Values.resize(Sorted.size());
	std::copy(Sorted.begin(), Sorted.end(), Values.begin());
	std::sort(Sorted.begin(), Sorted.end());
	if (std::adjacent_find(Sorted.begin(), Sorted.end()) != Sorted.end())
	{
		Refuse(EStreamFault::Duplicate, Key);
	}
}

void FPackFields::Performers(const char* Key, std::vector<uint8_t>& Values)
{
	Values.clear();
	const FPackMap::FEntry* Found = Get(Key, EPack::Array);
	if (Found == nullptr)
	{
		return;
	}
	FPackReader Inside = Found->Inside;
	FPackValue Value;
	bool bInRange = Found->Value.Count <= MaxPerformer + 1;
	for (uint32_t Index = 0; Index < Found->Value.Count; ++Index)
	{
		Inside.Next(Value);
		if (Value.Kind != EPack::Integer)
		{
			Refuse(EStreamFault::WrongType, Key);
			return;
		}
		bInRange = bInRange && Value.Integer >= 0 && Value.Integer <= MaxPerformer;
		Values.push_back(static_cast<uint8_t>(Value.Integer & 0xFF));
	}
	if (!bInRange)
	{
		Refuse(EStreamFault::OutOfRange, Key);
	}
}
} // namespace Koekata
