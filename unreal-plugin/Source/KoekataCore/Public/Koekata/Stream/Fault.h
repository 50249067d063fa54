#pragma once

#include "Koekata/Api.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace Koekata
{
/** The codes of mappings/STREAM.md, in its order; datagrams of OSC use those that fit. */
enum class EStreamFault : uint8_t
{
	None,
	TooLarge,
	Malformed,
	Version,
	MissingKey,
	WrongType,
	NotFinite,
	OutOfRange,
	Length,
	Duplicate,
	Topic,
	Parts,
	Count
};

constexpr size_t StreamFaults = static_cast<size_t>(EStreamFault::Count);

/** `too-large`, `malformed` ...; empty for None. */
KOEKATACORE_API const char* FaultCode(EStreamFault Fault);

/** A sentence for people: what is wrong, where, and what helps. The key is empty where no single one is to blame. */
KOEKATACORE_API std::string FaultMessage(EStreamFault Fault, const char* Key);
} // namespace Koekata
