#pragma once

#include "Koekata/Api.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace Koekata
{
enum class EFire : uint8_t { On, Off, Toggle, Unknown };

/** A trigger that is fired: its index among the conditions of the table, -1 for one that is not there. */
struct FFire
{
	int Condition = -1;
	EFire Action = EFire::Unknown;
};

/**
 * The performer at one moment. Made once by FMappingEvaluator::MakeFrame and filled anew for each frame: by slots, so
 * that nothing allocates. Values are as in mappings/channels.json.
 */
class KOEKATACORE_API FMappingFrame
{
public:
	/** Seconds since the last frame. */
	double Dt = 0.0;
	/** Whether the face was found. */
	bool bTracked = true;
	bool bHasTime = false;
	/** Seconds on the time line, for holds on twos and threes; without it elapsed time is added up. */
	double Time = 0.0;
	/** In the order in which they came. */
	std::vector<FFire> Fire;

	explicit FMappingFrame(int Slots = 0);

	/** A slot of -1, which is what unknown names have, is ignored. */
	void Set(int Slot, double Value);
	/** In [0, 1]; 1 where not stated, and 0 for what the source cannot observe. */
	void SetConfidence(int Slot, double Confidence);
	/** Forgets values, confidence and what was fired, and is tracked without a time; keeps the memory. */
	void Clear();

	int Slots() const { return static_cast<int>(Values.size()); }
	bool IsGiven(int Slot) const { return Given[static_cast<std::size_t>(Slot)] != 0; }
	double Value(int Slot) const { return Values[static_cast<std::size_t>(Slot)]; }
	double Confidence(int Slot) const { return Confidences[static_cast<std::size_t>(Slot)]; }

private:
	bool Holds(int Slot) const { return Slot >= 0 && Slot < Slots(); }

	std::vector<double> Values;
	std::vector<double> Confidences;
	std::vector<uint8_t> Given;
};

/** What was wrong with frames, counted since the start. */
struct FCounters
{
	int64_t BadDt = 0;
	int64_t BadTime = 0;
	int64_t BadInputs = 0;
	int64_t BadFire = 0;
};
} // namespace Koekata
