#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace Koekata
{
/** A time that is not below 0 plus a number of nanoseconds, without overflow: whatever a hostile sender says. */
inline int64_t AddNs(int64_t TimeNs, double Nanoseconds)
{
	constexpr int64_t Most = std::numeric_limits<int64_t>::max();
	const int64_t Way = static_cast<int64_t>(std::clamp(Nanoseconds, -9e18, 9e18));
	return Way > Most - TimeNs ? Most : TimeNs + Way;
}
} // namespace Koekata
