#pragma once

#include "Koekata/Stream/Fault.h"
#include "MessagePack.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace Koekata
{
/** Reads the keys of one message, each with its type and limits. The first fault stays, and ends the reading. */
class FPackFields
{
public:
	static constexpr int64_t MaxInteger = std::numeric_limits<int64_t>::max();
	static constexpr double MaxFloat32 = 3.4028234663852886e38;

	explicit FPackFields(const FPackMap& InMap) : Map(InMap) {}

	int64_t Integer(const char* Key, int64_t High = MaxInteger, int64_t Low = 0);
	int Performer() { return static_cast<int>(Integer("performer", MaxPerformer)); }
	double Float(const char* Key, double Low, double High);
	bool Boolean(const char* Key);
	/** Valid as long as the payload; the length is counted in characters. */
	std::string_view Text(const char* Key, size_t Longest);
	std::string_view TextOrNil(const char* Key, size_t Longest);
	std::string_view TextIfThere(const char* Key, size_t Longest);
	void Floats(const char* Key, std::vector<double>& Values, double Low, double High);
	template <size_t Size> void Floats(const char* Key, std::array<double, Size>& Values)
	{
		FixedFloats(Key, Values.data(), Size);
	}
	/** Reuses the texts that are there. `Sorted` is working memory. */
	void Names(const char* Key, std::vector<std::string>& Values, std::vector<std::string_view>& Sorted);
	void Performers(const char* Key, std::vector<uint8_t>& Values);

	void Refuse(EStreamFault Fault, const char* Key);
	bool IsGood() const { return Wrong == EStreamFault::None; }
	EStreamFault Fault() const { return Wrong; }
	const char* FaultKey() const { return WrongKey; }

private:
	const FPackMap::FEntry* Get(const char* Key);
	const FPackMap::FEntry* Get(const char* Key, EPack Kind);
	std::string_view TextOf(const FPackMap::FEntry* Entry, const char* Key, size_t Longest);
	double Checked(const FPackValue& Value, const char* Key, double Low, double High);
	void FixedFloats(const char* Key, double* Values, size_t Size);

	const FPackMap& Map;
	EStreamFault Wrong = EStreamFault::None;
	const char* WrongKey = "";
};
} // namespace Koekata
