#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace KoekataTests
{
/** How many spoilt inputs a fuzzing test reads: as many as it was built for, or as KOEKATA_FUZZ_INPUTS says. */
inline int FuzzInputs()
{
	const char* Given = std::getenv("KOEKATA_FUZZ_INPUTS");
	return Given != nullptr ? std::atoi(Given) : KOEKATA_FUZZ_INPUTS;
}

inline void TellFuzz(const char* What, int Inputs, int64_t Taken)
{
	std::printf("fuzz: %d spoilt %s, %lld taken, the others refused\n", Inputs, What, static_cast<long long>(Taken));
}
} // namespace KoekataTests
