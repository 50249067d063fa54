#pragma once

#include <vector>

namespace Koekata
{
/** The values between the stages of the last frame; NaN is absent. */
struct FTrace
{
	/** As the frame gave them, by slot. */
	std::vector<double> Raw;
	/** Inputs after steps 2 to 4, `tracked` and the winks, then signals. */
	std::vector<double> Slots;
	/** The formula of each row, then of each choice, and their weights by conditions. */
	std::vector<double> Found;
	std::vector<double> Weights;
	/** Targets after step 8. */
	std::vector<double> Combined;
	/** After steps 9 to 11. */
	std::vector<double> Ranged;
	/** After steps 12 and 13. */
	std::vector<double> Excluded;
	/** After steps 14 and 15. */
	std::vector<double> Final;
};
} // namespace Koekata
