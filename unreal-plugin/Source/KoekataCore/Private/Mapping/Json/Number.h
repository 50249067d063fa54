#pragma once

#include <string_view>

namespace Koekata
{
/**
 * The double nearest to a JSON number (ties to even); infinite where none can hold it. The text must be a number.
 *
 * std::from_chars of the older libc++ that engines bring has no doubles, and strtod asks the locale, hence this: short
 * numbers by one exact multiplication or division (Clinger, "How to read floating point numbers accurately", 1990), the
 * others by long division of big integers. No library takes part, so that every machine reads the same.
 */
double ParseNumber(std::string_view Text);
} // namespace Koekata
