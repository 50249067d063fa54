#pragma once

#include "Koekata/Mapping/Table.h"
#include "Names.h"

#include <vector>

namespace Koekata
{
/** Step 8: rows meet at their targets. */
class FCombination
{
public:
	FCombination(const FMappingTable& Table, const FNames& Targets);

	/** From values and weights of rows to values of targets, absent where no row says anything. */
	void Step(const std::vector<double>& Found, const std::vector<double>& Weights, std::vector<double>& Values) const;

private:
	/** A target with the place of its rows: small, since all of them are walked in every frame. */
	struct FMeeting
	{
		double Rest;
		ECombine Combine;
		size_t First;
		size_t Last;
	};

	double Value(const FMeeting& Meeting, const std::vector<double>& Found, const std::vector<double>& Weights) const;

	std::vector<FMeeting> Meetings;
	/** Those of each target behind one another, in the order in which they count. */
	std::vector<size_t> Rows;
};
} // namespace Koekata
