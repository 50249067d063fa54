#pragma once

#include "Koekata/Api.h"
#include "Koekata/Binding/OutputPlan.h"
#include "Koekata/Mapping/Evaluator.h"
#include "Koekata/Subjects/StreamInput.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Koekata
{
/** An input of a table as a curve of an animation. */
struct FCurveInput
{
	/** In Epic's spelling; the input's own name where Epic has none. */
	std::string Curve;
	int Slot = -1;
	/** From the curve to the input: angles are radians of the other sense in Live Link Face. */
	double Scale = 1.0;
};

/**
 * A table on one character: takes frames of the stream, or curves, and gives the values of the targets with the plan of
 * where they go. Changes of the table keep the state. Not for two threads at once.
 */
class KOEKATACORE_API FFaceDriver
{
public:
	/** Goes on with another table; the same or null changes nothing. True where the plan is another. */
	bool SetTable(const std::shared_ptr<const FMappingTable>& Table);
	/** Whether there is a table. */
	bool IsReady() const { return Evaluator != nullptr; }

	/** With the next step. False where the table has no such trigger. */
	bool Fire(std::string_view Trigger, EFire Action);
	/** A frame of the stream, `Dt` seconds after the last step; a stale one counts as a lost face. */
	void StepStream(const FStreamFrame& Stream, double Dt, bool bStale);
	/** Curves by the order of Curves(); `Given` says which there are. */
	void StepCurves(const std::vector<float>& Curves, const std::vector<uint8_t>& Given, bool bTracked, double Dt);

	const FOutputPlan& Plan() const { return Outputs; }
	const std::vector<FCurveInput>& Curves() const { return Inputs; }
	/** By target; NaN for what has no value. Empty without a table. */
	const std::vector<double>& Values() const;
	/** Targets of the events that fired in the last step, in target order; valid until the next. */
	const std::vector<int>& Events() const;
	/** Null without a table. */
	const FMappingEvaluator* Mapping() const { return Evaluator.get(); }

private:
	void Step();
	void PlanCurves();

	std::unique_ptr<FMappingEvaluator> Evaluator;
	std::unique_ptr<FStreamInput> Input;
	FMappingFrame Frame;
	FOutputPlan Outputs;
	std::vector<FCurveInput> Inputs;
	std::vector<FFire> Waiting;
	std::vector<double> NoValues;
	std::vector<int> NoEvents;
};
} // namespace Koekata
