#pragma once

#include "Koekata/Api.h"

namespace Koekata
{
/**
 * Keeps a receiving thread from spinning where its wait gives up at once, as that of a broken socket does. A few such turns
 * are let pass: a wait may end early now and then. Belongs to the receiving thread.
 */
class KOEKATACORE_API FReceivePace
{
public:
	/** `InWaitS`: seconds that a wait lasts where nothing comes. */
	explicit FReceivePace(double InWaitS) : WaitS(InWaitS) {}

	/** After each turn, with the local seconds of its begin and its end: for how many seconds the thread is to sleep now. */
	double After(double BeganS, double EndedS, bool bHeard);
	/** True once, when nothing but such turns has been there for two seconds; and anew after the socket had recovered. */
	bool TakeBroken();

private:
	double WaitS;
	/** Turns on end that gave up at once, and when the first of them began. */
	int Early = 0;
	double SinceS = 0.0;
	double LastS = 0.0;
	bool bTold = false;
};
} // namespace Koekata
