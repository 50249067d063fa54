#include "Koekata/Transport/ReceivePace.h"

#include <doctest/doctest.h>

using namespace Koekata;

namespace
{
constexpr double WaitS = 0.1;

/** A thread whose turns take a millisecond: when it is told to sleep, it does. */
struct FThread
{
	/** Gives how many turns began within a second. */
	int TurnsOfOneSecond(bool bHeard)
	{
		int Turns = 0;
		for (const double End = NowS + 1.0; NowS < End; ++Turns)
		{
			Turn(0.001, bHeard);
		}
		return Turns;
	}

	void Turn(double TookS, bool bHeard)
	{
		const double BeganS = NowS;
		NowS += TookS;
		NowS += Pace.After(BeganS, NowS, bHeard);
		Told += Pace.TakeBroken() ? 1 : 0;
	}

	FReceivePace Pace{WaitS};
	double NowS = 5.0;
	int Told = 0;
};
} // namespace

TEST_SUITE_BEGIN("pace");

TEST_CASE("a socket whose wait gives up at once does not make its thread spin")
{
	FThread Thread;
	CHECK(Thread.TurnsOfOneSecond(false) < 30);
	CHECK(Thread.TurnsOfOneSecond(false) < 15);
}

TEST_CASE("data that comes in every turn is taken without a pause")
{
	FThread Thread;
	CHECK(Thread.TurnsOfOneSecond(true) >= 999);
	CHECK(Thread.Told == 0);
}

TEST_CASE("a thread that waits in vain for its whole time neither sleeps on top of it nor tells of a failure")
{
	FThread Thread;
	for (int Index = 0; Index < 100; ++Index)
	{
		Thread.Turn(WaitS, false);
	}
	CHECK(Thread.NowS == doctest::Approx(5.0 + 100 * WaitS));
	CHECK(Thread.Told == 0);
}

TEST_CASE("a few waits that end early do not hold up the data that follows")
{
	FThread Thread;
	for (int Index = 0; Index < 200; ++Index)
	{
		Thread.Turn(0.001, Index % 10 == 0);
	}
	CHECK(Thread.NowS == doctest::Approx(5.0 + 200 * 0.001));
}

TEST_CASE("a broken socket is told once, and again when it breaks after it had recovered")
{
	FThread Thread;
	Thread.TurnsOfOneSecond(false);
	CHECK(Thread.Told == 0);
	for (int Second = 0; Second < 10; ++Second)
	{
		Thread.TurnsOfOneSecond(false);
	}
	CHECK(Thread.Told == 1);
	Thread.Turn(0.001, true);
	for (int Second = 0; Second < 5; ++Second)
	{
		Thread.TurnsOfOneSecond(false);
	}
	CHECK(Thread.Told == 2);
}

TEST_SUITE_END();
