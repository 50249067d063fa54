#pragma once

#include <string>
#include <vector>

namespace Koekata
{
/** What is wrong with a table, where, and how to mend it. The codes are those of mappings/SPEC.md, "Errors". */
struct FFault
{
	std::string Code;
	std::string File;
	/** JSON pointer (RFC 6901) of the entry within the file. */
	std::string Pointer;
	/** From 1. */
	int Line = 1;
	/** From 1, in code points. */
	int Column = 1;
	std::string Message;
	std::string Remedy;

	bool operator==(const FFault& Other) const
	{
		return Code == Other.Code && File == Other.File && Pointer == Other.Pointer && Line == Other.Line &&
			   Column == Other.Column && Message == Other.Message && Remedy == Other.Remedy;
	}
};

using FFaults = std::vector<FFault>;
} // namespace Koekata
