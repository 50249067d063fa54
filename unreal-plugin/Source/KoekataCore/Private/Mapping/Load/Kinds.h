#pragma once

#include "Fields.h"

#include <string>
#include <string_view>

namespace Koekata
{
/** The VRM category of a target: stated, or known from the name of a preset of VRM. */
std::string CategoryOf(const FFields& Fields, std::string_view Id, std::string_view Kind);

/** The property by which an expression overrides a category; empty for none. */
std::string_view OverrideOf(std::string_view Category);
} // namespace Koekata
