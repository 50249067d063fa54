#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace Koekata
{
enum class EScan : uint8_t { Good, Endless, BadCharacter, HalfPair };

/** The words of JSON in a text that is valid UTF-8. */
class FScanner
{
public:
	static constexpr int End = -1;

	explicit FScanner(std::string_view InText) : All(InText) {}

	/** Offset of the next byte. */
	size_t At = 0;

	void SkipSpace();
	/** The next byte that is no white space, or End. */
	int Peek();
	/** The character that stands here in quotes, for messages. */
	std::string Here() const;
	/** Reads a text from its quote. Where it is broken, At is the place of the fault. */
	EScan Text(std::string& Found);
	/** Takes a number; empty where there is none. */
	std::string_view Number();
	/** The letters that stand here, without taking them. */
	std::string_view Word() const;

private:
	int ByteAt(size_t Offset) const { return Offset < All.size() ? static_cast<unsigned char>(All[Offset]) : End; }
	EScan Escape(std::string& Found);
	/** Four hexadecimal digits from an offset, or -1. */
	int HexAt(size_t Offset) const;
	size_t SkipDigits(size_t Offset) const;

	std::string_view All;
	/** The first half of a surrogate pair was read, and the second must follow. */
	int Half = 0;
	bool bHalfPair = false;
};
} // namespace Koekata
