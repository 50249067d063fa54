#include "Idle.h"

#include "Scalar.h"

namespace Koekata
{
double FIdleBlinks::Step(bool bTracked, double Dt)
{
	if (bTracked)
	{
		Elapsed = 0.0;
		bDrawn = false;
		return Absent;
	}
	Elapsed += Dt;
	const double Begin = Lost.Hold + Lost.Ease;
	if (Lost.To != ELostTo::Idle || Elapsed < Begin)
	{
		return Absent;
	}
	return Shape(Phase(Elapsed - Begin));
}

double FIdleBlinks::Phase(double Now)
{
	const double Length = Lost.Idle.Close + Lost.Idle.Shut + Lost.Idle.Open;
	if (!bDrawn)
	{
		Next = Draw();
		bDrawn = true;
	}
	while (Now >= Next + Length)
	{
		Next = Next + Length + Draw();
	}
	return Now - Next;
}

double FIdleBlinks::Shape(double Phase) const
{
	const FIdle& Idle = Lost.Idle;
	if (Phase < 0.0)
	{
		return 0.0;
	}
	if (Phase < Idle.Close)
	{
		return Phase / Idle.Close;
	}
	if (Phase < Idle.Close + Idle.Shut)
	{
		return 1.0;
	}
	// Rounding may lead here without a time to open.
	return Idle.Open > 0.0 ? std::max(0.0, 1.0 - (Phase - Idle.Close - Idle.Shut) / Idle.Open) : 0.0;
}

double FIdleBlinks::Draw()
{
	// Modulo 2^32 by itself: the constants of Numerical Recipes, the same in every language.
	Random = 1664525u * Random + 1013904223u;
	return Lost.Idle.Shortest + (Lost.Idle.Longest - Lost.Idle.Shortest) * (static_cast<double>(Random) / 4294967296.0);
}

void FIdleBlinks::Adopt(const FIdleBlinks& Other)
{
	Elapsed = Other.Elapsed;
	bDrawn = Other.bDrawn;
	Next = Other.Next;
	Random = Lost.Idle.Seed == Other.Lost.Idle.Seed ? Other.Random : Random;
}
} // namespace Koekata
