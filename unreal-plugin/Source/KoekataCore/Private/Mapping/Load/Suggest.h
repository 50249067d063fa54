#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Koekata
{
/** Names that may stand at a place; they must outlive it. */
using FKnownNames = std::vector<std::string_view>;

/** `Did you mean "x" or "y"? `, or nothing where no known name is near. Letters of ASCII count alike in both cases. */
std::string DidYouMean(std::string_view Name, const FKnownNames& Known);

/** A number for people, with a point whatever the locale. */
std::string FormatNumber(double Value);
} // namespace Koekata
