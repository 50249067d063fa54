#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace Koekata
{
/** Whether bytes are UTF-8 (RFC 3629); `Bad` is the first byte that is not. */
bool IsUtf8(std::string_view Bytes, size_t& Bad);

/** The number of code points of valid UTF-8. */
size_t CodePoints(std::string_view Text);

/** The bytes of the character that begins at an offset of valid UTF-8; 0 at the end. */
size_t CharacterLength(std::string_view Text, size_t Offset);

void AppendUtf8(std::string& Text, uint32_t CodePoint);

/** Whether it holds U+0000 to U+001F or U+007F to U+009F. */
bool HasControls(std::string_view Text);
} // namespace Koekata
