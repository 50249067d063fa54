#pragma once

#include "Koekata/Api.h"
#include "Koekata/Mapping/Frame.h"
#include "Koekata/Mapping/Table.h"

#include <memory>
#include <string_view>
#include <vector>

namespace Koekata
{
class FProgram;
struct FTrace;

/**
 * A table with its state: steps 1 to 15 of mappings/SPEC.md, in their order. Names are resolved once, by Slot,
 * TargetIndex and TriggerIndex; a frame allocates nothing once its vectors have grown. Not for two threads at once.
 */
class KOEKATACORE_API FMappingEvaluator
{
public:
	explicit FMappingEvaluator(std::shared_ptr<const FMappingTable> InTable);
	~FMappingEvaluator();
	FMappingEvaluator(FMappingEvaluator&&) noexcept;
	FMappingEvaluator& operator=(FMappingEvaluator&&) noexcept;

	/** The slot of an input, -1 where the table has none of that name. */
	int Slot(std::string_view Name) const;
	/** The index of a target in the outputs, -1 where there is none. */
	int TargetIndex(std::string_view Id) const;
	/** For FFire; -1 where no trigger has the id. */
	int TriggerIndex(std::string_view Id) const;
	/** A frame with a place for every input. */
	FMappingFrame MakeFrame() const;

	/** One frame, `Frame.Dt` seconds after the last. */
	void Step(const FMappingFrame& Frame);

	/** By target index; NaN for events and for what nothing has driven yet. */
	const std::vector<double>& Values() const;
	bool HasValue(int Target) const;
	/** Indices of the event targets that fire in this frame, in target order. */
	const std::vector<int>& Events() const;
	const FCounters& Counters() const { return Counts; }
	const FMappingTable& Table() const { return *Current; }
	/** How much a condition is on, by its index in the table. */
	double ConditionWeight(int Condition) const;
	/** Index of the choice that a switch shows, -1 before the first. */
	int Shown(int Switch) const;

	/**
	 * Goes on with another table, keeping the state of everything that both name. Slots of channels stay; those of the
	 * table's own inputs, indices of targets and triggers must be asked for again, and frames made anew. Null, as of a
	 * table that was refused, changes nothing.
	 */
	void Adopt(std::shared_ptr<const FMappingTable> InTable);

	/** Whether frames leave what Explain needs; off at first. */
	void SetTracing(bool bOn);
	/** What the last frame left, null without tracing. */
	const FTrace* Trace() const;

private:
	std::shared_ptr<const FMappingTable> Current;
	std::unique_ptr<FProgram> Program;
	FCounters Counts;
};
} // namespace Koekata
