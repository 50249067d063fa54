#include "Koekata/Transport/ReceivePace.h"

#include <algorithm>

namespace Koekata
{
namespace
{
/** Turns on end that may give up at once before the thread sleeps. */
constexpr int FreeTurns = 16;
/** A wait of less than this share gave up at once. */
constexpr double EarlyShare = 0.5;
/** After so long the socket counts as broken. */
constexpr double BrokenAfterS = 2.0;
} // namespace

double FReceivePace::After(double BeganS, double EndedS, bool bHeard)
{
	const double WaitedS = EndedS - BeganS;
	LastS = EndedS;
	if (bHeard || WaitedS >= WaitS * EarlyShare)
	{
		Early = 0;
		bTold = false;
		return 0.0;
	}
	SinceS = Early == 0 ? BeganS : SinceS;
	Early = std::min(Early + 1, FreeTurns + 1);
	return Early > FreeTurns ? WaitS - WaitedS : 0.0;
}

bool FReceivePace::TakeBroken()
{
	const bool bBroken = Early > FreeTurns && LastS - SinceS >= BrokenAfterS;
	const bool bNew = bBroken && !bTold;
	bTold = bTold || bBroken;
	return bNew;
}
} // namespace Koekata
