#pragma once

#include "Koekata/Api.h"
#include "Koekata/Mapping/Evaluator.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/** Why a target has its value: raw -> input -> signal -> row -> condition -> group -> final. NaN is absent. */
namespace Koekata
{
/** A source of a row, with the sources of a signal below it. */
struct FSourceValue
{
	std::string Name;
	/** As the frame gave it; NaN for signals. */
	double Raw = 0.0;
	/** After loss and eye rules, or of the signal. */
	double Value = 0.0;
	std::vector<FSourceValue> Sources;
};

/** What one row says to the target. */
struct FRowShare
{
	std::string Id;
	std::vector<FSourceValue> Sources;
	/** After curve, gain, offset and clamp. */
	double Value = 0.0;
	/** By conditions: 1 where nothing holds it back. */
	double Weight = 1.0;
	/** Every condition that weighs the row, with how much it is on. */
	std::vector<std::pair<std::string, double>> Conditions;
};

/** The chain of one target in the last frame. */
struct FExplanation
{
	std::string Target;
	std::vector<FRowShare> Rows;
	/** After step 8. */
	double Combined = 0.0;
	/** After switches, poses and range. */
	double Posed = 0.0;
	/** After VRM overrides and groups. */
	double Excluded = 0.0;
	double Final = 0.0;
};

/** False for a target that the table does not have, and before the first frame with tracing. */
KOEKATACORE_API bool Explain(const FMappingEvaluator& Evaluator, std::string_view Target, FExplanation& Found);
} // namespace Koekata
