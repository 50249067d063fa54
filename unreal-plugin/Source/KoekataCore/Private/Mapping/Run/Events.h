#pragma once

#include "Koekata/Mapping/Table.h"

#include <vector>

namespace Koekata
{
/** Step 15: events fire on a rising edge. */
class FEvents
{
public:
	explicit FEvents(const std::vector<FTarget>& InTargets);

	/** Takes the events out of the values, and lists those that fire. */
	void Step(std::vector<double>& Values, std::vector<int>& Fired);
	/** Takes over the state of events of the same id. */
	void Adopt(const FEvents& Other);

private:
	const std::vector<FTarget>* Targets;
	std::vector<size_t> Places;
	/** By the place of the target. */
	std::vector<char> High;
};
} // namespace Koekata
