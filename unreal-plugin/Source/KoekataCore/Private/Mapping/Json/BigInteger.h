#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace Koekata
{
/** Just enough of an unsigned integer of any size for reading decimal numbers. */
class FBigInteger
{
public:
	explicit FBigInteger(uint32_t Value = 0);

	/** This times a factor, plus an addend. */
	void MultiplyAdd(uint32_t Factor, uint32_t Addend);
	void MultiplyPowerOfTen(int Exponent);
	void ShiftLeft(int Bits);
	/** Other must not be larger. */
	void Subtract(const FBigInteger& Other);
	/** Below, at or above 0 as this is below, at or above the other. */
	int Compare(const FBigInteger& Other) const;
	/** Number of bits; 0 has none. */
	int Bits() const;
	bool IsZero() const { return Limbs.empty(); }

private:
	/** 32 bits each, the lowest first, without zeros at the end. */
	std::vector<uint32_t> Limbs;
};
} // namespace Koekata
