#include "Mapping/Json/Number.h"
#include "Mapping/Load/Suggest.h"

#include <doctest/doctest.h>

#include <clocale>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

using namespace Koekata;

namespace
{
bool AreSame(double A, double B)
{
	return std::memcmp(&A, &B, sizeof(A)) == 0;
}

/** The C library, in the locale "C", rounds right as well. */
void CheckLikeLibrary(const std::string& Text)
{
	CHECK_MESSAGE(AreSame(ParseNumber(Text), std::strtod(Text.c_str(), nullptr)), Text);
}

double FromBits(uint64_t Bits)
{
	double Value = 0.0;
	std::memcpy(&Value, &Bits, sizeof(Value));
	return Value;
}

std::string Written(double Value, int Digits)
{
	char Buffer[64];
	std::snprintf(Buffer, sizeof(Buffer), "%.*e", Digits, Value);
	return Buffer;
}
} // namespace

TEST_SUITE_BEGIN("numbers");

TEST_CASE("numbers are read as the nearest double")
{
	for (const char* Text : {"0", "-0", "1", "0.1", "-0.3", "1e22", "1e23", "123456789012345678", "9007199254740993", "5e-324",
							 "2.4703282292062327e-324", "2.4703282292062328e-324", "2.2250738585072011e-308", "1.7976931348623157e308",
							 "1.7976931348623158e308", "1.7976931348623159e308", "1e308", "1e309", "1e999", "1e-999", "0.000000000000000000001",
							 "100000000000000000000000000000000", "1E+5", "1e-5", "0e999999999999", "1e99999999999999999999", "3.14159e-320",
							 "9007199254740992.99999999999999999999999999999999", "4503599627370497.5", "4503599627370496.5"})
	{
		CheckLikeLibrary(Text);
	}
}

TEST_CASE("random doubles are read as they were written, and near misses of halves too")
{
	std::mt19937_64 Random(1);
	for (int Round = 0; Round < 20000; ++Round)
	{
		const double Value = FromBits(Random());
		if (std::isfinite(Value))
		{
			CheckLikeLibrary(Written(Value, 16));
			CheckLikeLibrary(Written(Value, static_cast<int>(Random() % 40)));
		}
	}
}

TEST_CASE("a digit far behind decides between two doubles")
{
	const std::string Half = "9007199254740993";
	CHECK(ParseNumber(Half) == 9007199254740992.0);
	CHECK(ParseNumber(Half + "." + std::string(2000, '0')) == 9007199254740992.0);
	CHECK(ParseNumber(Half + "." + std::string(2000, '0') + "1") == 9007199254740994.0);
}

TEST_CASE("no locale changes what is read or written")
{
	const std::string Before = std::setlocale(LC_NUMERIC, nullptr);
	for (const char* Name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C"})
	{
		std::setlocale(LC_NUMERIC, Name);
		CHECK(ParseNumber("0.5") == 0.5);
		CHECK(FormatNumber(0.5) == "0.5");
		CHECK(FormatNumber(-1000000.0) == "-1000000");
	}
	std::setlocale(LC_NUMERIC, Before.c_str());
}

TEST_SUITE_END();
