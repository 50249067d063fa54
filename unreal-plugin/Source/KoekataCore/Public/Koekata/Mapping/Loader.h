#pragma once

#include "Koekata/Api.h"
#include "Koekata/Mapping/Fault.h"
#include "Koekata/Mapping/Table.h"

#include <memory>
#include <string>
#include <string_view>

namespace Koekata
{
/** Where the loader gets its files from: a disk, an archive, assets of an engine. */
class ITableFiles
{
public:
	virtual ~ITableFiles() = default;

	/** The bytes of a file, or false where it cannot be read. The path uses `/` and holds no `.` and no `..` within. */
	virtual bool Read(const std::string& Path, std::string& Bytes) = 0;
};

struct FLoadResult
{
	/** Empty where there are faults. */
	std::shared_ptr<const FMappingTable> Table;
	/** Every fault that can be told at once: those of the file itself first, by file, line and column. */
	FFaults Faults;
};

/** Load and check the table at a path, with all that it extends. */
KOEKATACORE_API FLoadResult LoadTable(const std::string& Path, ITableFiles& Files);

/**
 * As `LoadTable`, of bytes that are here already, as from an editor. The path is what faults call the file, and what
 * `extends` is relative to; without `Files`, `extends` is not followed.
 */
KOEKATACORE_API FLoadResult LoadTableText(std::string_view Bytes, const std::string& Path, ITableFiles* Files = nullptr);
} // namespace Koekata
