#include "BigInteger.h"

namespace Koekata
{
FBigInteger::FBigInteger(uint32_t Value)
{
	if (Value != 0)
	{
		Limbs.push_back(Value);
	}
}

void FBigInteger::MultiplyAdd(uint32_t Factor, uint32_t Addend)
{
	uint64_t Carry = Addend;
	for (uint32_t& Limb : Limbs)
	{
		Carry += static_cast<uint64_t>(Limb) * Factor;
		Limb = static_cast<uint32_t>(Carry);
		Carry >>= 32;
	}
	if (Carry != 0)
	{
		Limbs.push_back(static_cast<uint32_t>(Carry));
	}
}

void FBigInteger::MultiplyPowerOfTen(int Exponent)
{
	for (; Exponent >= 9; Exponent -= 9)
	{
		MultiplyAdd(1000000000u, 0);
	}
	for (; Exponent > 0; --Exponent)
	{
		MultiplyAdd(10u, 0);
	}
}

void FBigInteger::ShiftLeft(int Bits)
{
	if (IsZero())
	{
		return;
	}
	Limbs.insert(Limbs.begin(), static_cast<size_t>(Bits / 32), 0u);
	if (Bits % 32 != 0)
	{
		MultiplyAdd(1u << (Bits % 32), 0);
	}
}

void FBigInteger::Subtract(const FBigInteger& Other)
{
	uint64_t Borrow = 0;
	for (size_t Index = 0; Index < Limbs.size(); ++Index)
	{
		const uint64_t Taken = Borrow + (Index < Other.Limbs.size() ? Other.Limbs[Index] : 0u);
		Borrow = Limbs[Index] < Taken ? 1 : 0;
		Limbs[Index] = static_cast<uint32_t>(Limbs[Index] + (Borrow << 32) - Taken);
	}
	while (!Limbs.empty() && Limbs.back() == 0)
	{
		Limbs.pop_back();
	}
}

int FBigInteger::Compare(const FBigInteger& Other) const
{
	if (Limbs.size() != Other.Limbs.size())
	{
		return Limbs.size() < Other.Limbs.size() ? -1 : 1;
	}
	for (size_t Index = Limbs.size(); Index-- > 0;)
	{
		if (Limbs[Index] != Other.Limbs[Index])
		{
			return Limbs[Index] < Other.Limbs[Index] ? -1 : 1;
		}
	}
	return 0;
}

int FBigInteger::Bits() const
{
	if (IsZero())
	{
		return 0;
	}
	int Count = static_cast<int>(Limbs.size() - 1) * 32;
	for (uint32_t Top = Limbs.back(); Top != 0; Top >>= 1)
	{
		++Count;
	}
	return Count;
}
} // namespace Koekata
