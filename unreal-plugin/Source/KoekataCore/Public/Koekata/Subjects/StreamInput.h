#pragma once

#include "Koekata/Api.h"
#include "Koekata/Mapping/Evaluator.h"
#include "Koekata/Subjects/StreamFrame.h"

#include <array>
#include <vector>

namespace Koekata
{
/** Fills the evaluator's frame from the stream: weights, head and gaze by name, confidence, tracked, time. */
class KOEKATACORE_API FStreamInput
{
public:
	explicit FStreamInput(const FMappingEvaluator& Evaluator) { Bind(Evaluator); }

	/** Again after FMappingEvaluator::Adopt. */
	void Bind(const FMappingEvaluator& Evaluator);
	/** Clears the frame and fills it; allocates only where the layout is another than before. `Dt` is in seconds. */
	void Fill(const FMappingEvaluator& Evaluator, const FStreamFrame& Stream, double Dt, FMappingFrame& Frame);

private:
	void BindLayout(const FMappingEvaluator& Evaluator, const FStreamFrame& Stream);

	/** Held, so that another layout cannot come to lie where this one was. */
	std::shared_ptr<const FChannelLayout> Bound;
	std::vector<int> Weights;
	std::array<int, 10> Pose{};
};
} // namespace Koekata
