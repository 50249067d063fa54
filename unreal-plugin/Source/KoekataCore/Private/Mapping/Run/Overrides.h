#pragma once

#include "Koekata/Mapping/Table.h"

#include <array>
#include <vector>

namespace Koekata
{
/** Step 12: `isBinary` and `override*` of VRM 1.0 (VRMC_vrm-1.0, expressions). */
class FVrmOverrides
{
public:
	explicit FVrmOverrides(const std::vector<FTarget>& InTargets);

	/** Changes the values in place; what is absent is left out of the frame. */
	void Step(std::vector<double>& Values) const;

private:
	struct FSource
	{
		size_t Place;
		bool bBlend;
	};

	struct FCategory
	{
		std::vector<FSource> Sources;
		std::vector<size_t> Damped;
	};

	static double Amount(const FCategory& Category, const std::vector<double>& Values);

	const std::vector<FTarget>* Targets;
	std::vector<size_t> Binary;
	std::array<FCategory, 3> Categories;
};
} // namespace Koekata
