#pragma once

#include <random>
#include <string>
#include <vector>

namespace KoekataTests
{
/** Spoils texts: bytes and pieces taken out, put in, doubled, swapped, nested. The same seed does the same. */
class FMutator
{
public:
	explicit FMutator(uint64_t Seed) : Random(Seed) {}

	std::string Spoil(std::string Text);
	size_t Below(size_t Count) { return Count == 0 ? 0 : static_cast<size_t>(Random() % Count); }

private:
	void Once(std::string& Text);

	std::mt19937_64 Random;
};

/** Texts to begin with: presets, tables and texts of vectors, all valid UTF-8. */
std::vector<std::string> Seeds();
} // namespace KoekataTests
