#pragma once

#include "Koekata/Mapping/Loader.h"
#include "Mapping/Json/Document.h"

#include <memory>
#include <string>
#include <vector>

namespace Koekata
{
/** The documents of a chain of `extends`, in the order in which they were read: the table itself first. */
using FChain = std::vector<std::unique_ptr<FDocument>>;

/** Follows `extends` from the table that is in the chain, and checks the form of each file. */
void ReadChain(FChain& Chain, const std::string& Path, ITableFiles* Files);

/** A path from a file to another, with `.` and `..` taken out. */
std::string PathBeside(const std::string& File, const std::string& Link);
} // namespace Koekata
