#include "OscReader.h"

#include <cstring>

namespace Koekata
{
bool FOscReader::Raw(size_t Length, std::string_view& Value)
{
	if (Bytes.size() - Place < Length)
	{
		return false;
	}
	Value = Bytes.substr(Place, Length);
	Place += Length;
	return true;
}

bool FOscReader::Text(std::string_view& Value)
{
	const size_t End = Bytes.find('\0', Place);
	if (End == std::string_view::npos)
	{
		return false;
	}
	const size_t Next = Place + (End - Place) / 4 * 4 + 4;
	if (Next > Bytes.size())
	{
		return false;
	}
	Value = Bytes.substr(Place, End - Place);
	Place = Next;
	return true;
}

bool FOscReader::Bits(size_t Size, uint64_t& Value)
{
	std::string_view Found;
	if (!Raw(Size, Found))
	{
		return false;
	}
	Value = 0;
	for (const char Byte : Found)
	{
		Value = (Value << 8) | static_cast<uint8_t>(Byte);
	}
	return true;
}

bool FOscReader::Integer(int32_t& Value)
{
	uint64_t Found = 0;
	const bool bHere = Bits(4, Found);
	Value = static_cast<int32_t>(static_cast<uint32_t>(Found));
	return bHere;
}

bool FOscReader::Long(int64_t& Value)
{
	uint64_t Found = 0;
	const bool bHere = Bits(8, Found);
	Value = static_cast<int64_t>(Found);
	return bHere;
}

bool FOscReader::Float(double& Value)
{
	uint64_t Found = 0;
	const bool bHere = Bits(4, Found);
	const uint32_t Narrow = static_cast<uint32_t>(Found);
	float Single = 0.0F;
	std::memcpy(&Single, &Narrow, sizeof(Single));
	Value = static_cast<double>(Single);
	return bHere;
}

bool FOscReader::Double(double& Value)
{
	uint64_t Found = 0;
	const bool bHere = Bits(8, Found);
	std::memcpy(&Value, &Found, sizeof(Value));
	return bHere;
}
} // namespace Koekata
