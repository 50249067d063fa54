#pragma once

#include <map>
#include <string>

namespace KoekataTests
{
/** Options of a program of the tests: names with a value each. */
struct FOptions
{
	std::map<std::string, std::string> Given;

	/** From `First` on, pairs of `--name` and value. */
	FOptions(int Count, char** Arguments, int First = 1)
	{
		for (int Index = First; Index + 1 < Count; Index += 2)
		{
			Given[std::string(Arguments[Index]).substr(2)] = Arguments[Index + 1];
		}
	}

	double Number(const std::string& Name, double Missing) const { return Given.count(Name) != 0 ? std::stod(Given.at(Name)) : Missing; }
	std::string Text(const std::string& Name) const { return Given.count(Name) != 0 ? Given.at(Name) : ""; }
};
} // namespace KoekataTests
