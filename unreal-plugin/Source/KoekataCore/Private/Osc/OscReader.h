#pragma once

#include <cstdint>
#include <string_view>

/** The pieces of OSC 1.0 (opensoundcontrol.stanford.edu/spec-1_0.html): big-endian, everything a multiple of four. */
namespace Koekata
{
class FOscReader
{
public:
	explicit FOscReader(std::string_view InBytes) : Bytes(InBytes) {}

	/** Ends with a zero and is padded with zeros; false where it does not. */
	bool Text(std::string_view& Value);
	bool Raw(size_t Length, std::string_view& Value);
	bool Integer(int32_t& Value);
	bool Long(int64_t& Value);
	bool Float(double& Value);
	bool Double(double& Value);
	bool IsAtEnd() const { return Place == Bytes.size(); }
	std::string_view Rest() const { return Bytes.substr(Place); }

private:
	bool Bits(size_t Size, uint64_t& Value);

	std::string_view Bytes;
	size_t Place = 0;
};
} // namespace Koekata
