#pragma once

#include "Koekata/Mapping/Table.h"

namespace Koekata
{
/** Steps 3.4 and 3.5: blinks while the face is lost, at intervals that a seed decides. */
class FIdleBlinks
{
public:
	explicit FIdleBlinks(const FLost& InLost) : Lost(InLost), Random(InLost.Idle.Seed) {}

	/** The blink, or absent where there is no idle. */
	double Step(bool bTracked, double Dt);
	/** Seconds since the face was lost. */
	double LostFor() const { return Elapsed; }
	/** Takes over the state; another seed begins its own sequence. */
	void Adopt(const FIdleBlinks& Other);

private:
	double Phase(double Now);
	double Shape(double Phase) const;
	double Draw();

	FLost Lost;
	uint32_t Random;
	bool bDrawn = false;
	double Next = 0.0;
	double Elapsed = 0.0;
};
} // namespace Koekata
