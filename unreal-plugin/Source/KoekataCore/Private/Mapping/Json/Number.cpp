#include "Number.h"

#include "BigInteger.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <utility>

namespace Koekata
{
namespace
{
/** Digits without leading and trailing zeros, to be multiplied by ten to the exponent. */
struct FDecimal
{
	bool bNegative = false;
	std::string Digits;
	int64_t Exponent = 0;
};

/** A double lies halfway between two others within so many digits; one more, not 0, stands for all that follow. */
constexpr size_t MostDigits = 800;
constexpr int64_t LargestExponent = 100000000;

int64_t ReadExponent(std::string_view Text)
{
	const bool bNegative = Text[0] == '-';
	int64_t Value = 0;
	for (const char Digit : Text.substr(Text[0] == '-' || Text[0] == '+' ? 1 : 0))
	{
		Value = std::min<int64_t>(Value * 10 + (Digit - '0'), LargestExponent);
	}
	return bNegative ? -Value : Value;
}

void ReadDigits(std::string_view Text, FDecimal& Found)
{
	bool bFraction = false;
	bool bMore = false;
	for (const char Digit : Text)
	{
		if (Digit == '.')
		{
			bFraction = true;
			continue;
		}
		const bool bKept = Found.Digits.size() < MostDigits && (Digit != '0' || !Found.Digits.empty());
		const bool bLeadingZero = Found.Digits.empty() && Digit == '0';
		if (bKept)
		{
			Found.Digits.push_back(Digit);
		}
		bMore = bMore || (!bKept && Digit != '0');
		Found.Exponent += (bKept || bLeadingZero) ? (bFraction ? -1 : 0) : (bFraction ? 0 : 1);
	}
	if (bMore)
	{
		Found.Digits.push_back('1');
		--Found.Exponent;
	}
}

FDecimal ReadDecimal(std::string_view Text)
{
	FDecimal Found;
	Found.bNegative = Text[0] == '-';
	Text.remove_prefix(Found.bNegative ? 1 : 0);
	const size_t Mark = Text.find_first_of("eE");
	ReadDigits(Text.substr(0, Mark), Found);
	if (Mark != std::string_view::npos)
	{
		Found.Exponent += ReadExponent(Text.substr(Mark + 1));
	}
	while (!Found.Digits.empty() && Found.Digits.back() == '0')
	{
		Found.Digits.pop_back();
		++Found.Exponent;
	}
	return Found;
}

/** Both numbers are exact doubles, so that the one operation rounds as it should. */
bool ReadShort(const FDecimal& Decimal, double& Value)
{
	if (Decimal.Digits.size() > 15 || Decimal.Exponent < -22 || Decimal.Exponent > 22)
	{
		return false;
	}
	int64_t Digits = 0;
	for (const char Digit : Decimal.Digits)
	{
		Digits = Digits * 10 + (Digit - '0');
	}
	double Power = 1.0;
	for (int64_t Index = std::abs(Decimal.Exponent); Index > 0; --Index)
	{
		Power *= 10.0;
	}
	Value = Decimal.Exponent < 0 ? static_cast<double>(Digits) / Power : static_cast<double>(Digits) * Power;
	return true;
}

/** Numerator / Denominator rounded to a double; neither is 0. */
double Divide(FBigInteger Numerator, FBigInteger Denominator)
{
	// The quotient gets 53 or 54 bits before the point: fewer where the double is subnormal.
	const int Scale = std::max(Numerator.Bits() - Denominator.Bits() - 53, -1074);
	(Scale < 0 ? Numerator : Denominator).ShiftLeft(std::abs(Scale));
	Denominator.ShiftLeft(54);
	uint64_t Quotient = 0;
	for (int Bit = 0; Bit <= 54; ++Bit)
	{
		Quotient <<= 1;
		if (Numerator.Compare(Denominator) >= 0)
		{
			Numerator.Subtract(Denominator);
			Quotient |= 1;
		}
		Numerator.ShiftLeft(1);
	}
	// Of 54 bits the last one goes: it is half of the one before it.
	const bool bLong = (Quotient >> 53) != 0;
	const bool bRest = !Numerator.IsZero();
	if (bLong)
	{
		const bool bUp = (Quotient & 1) != 0 && (bRest || (Quotient & 2) != 0);
		return std::ldexp(static_cast<double>((Quotient >> 1) + (bUp ? 1 : 0)), Scale + 1);
	}
	const int Half = Numerator.Compare(Denominator);
	const bool bUp = Half > 0 || (Half == 0 && (Quotient & 1) != 0);
	return std::ldexp(static_cast<double>(Quotient + (bUp ? 1 : 0)), Scale);
}

double ReadLong(const FDecimal& Decimal)
{
	const int64_t Magnitude = Decimal.Exponent + static_cast<int64_t>(Decimal.Digits.size());
	if (Magnitude > 310)
	{
		return std::numeric_limits<double>::infinity();
	}
	if (Magnitude < -330)
	{
		return 0.0;
	}
	FBigInteger Numerator;
	for (const char Digit : Decimal.Digits)
	{
		// A big integer of 0 has no limbs to multiply, and takes the addend.
		Numerator.MultiplyAdd(10, static_cast<uint32_t>(Digit - '0'));
	}
	FBigInteger Denominator(1);
	(Decimal.Exponent < 0 ? Denominator : Numerator).MultiplyPowerOfTen(static_cast<int>(std::abs(Decimal.Exponent)));
	return Divide(std::move(Numerator), std::move(Denominator));
}
} // namespace

double ParseNumber(std::string_view Text)
{
	const FDecimal Decimal = ReadDecimal(Text);
	double Value = 0.0;
	if (!Decimal.Digits.empty() && !ReadShort(Decimal, Value))
	{
		Value = ReadLong(Decimal);
	}
	return Decimal.bNegative ? -Value : Value;
}
} // namespace Koekata
