#pragma once

#include "Document.h"

#include <memory>

namespace Koekata
{
constexpr size_t MaxBytes = 1 << 20;
constexpr int MaxDepth = 16;

/**
 * Reads JSON (RFC 8259) strictly and remembers where every value stands. Unreal's own reader keeps no places of values
 * and forgets repeated properties, hence this one.
 */
std::unique_ptr<FDocument> ReadDocument(std::string_view Bytes, const std::string& File);
} // namespace Koekata
