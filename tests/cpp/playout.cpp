#include "Koekata/Axes/Axes.h"
#include "stream_support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
constexpr double Interval = 1.0 / 60.0;

/** A mouth that opens and closes, and the head with it. */
double Mouth(double Seconds)
{
	return 0.5 + 0.45 * std::sin(6.0 * Seconds);
}

double Yaw(double Seconds)
{
	return 40.0 * std::sin(2.0 * Seconds);
}

struct FArrival
{
	double CapturedS;
	double ArrivedS;
};

/** Arrivals in order, late by up to a jitter, as over TCP; the local clock is 1,000 s ahead and drifts. */
std::vector<FArrival> Arrivals(double Seconds, double JitterS, double DriftPpm, uint64_t Seed)
{
	std::mt19937_64 Random(Seed);
	std::vector<FArrival> Found;
	double Last = 0.0;
	for (double Captured = 5.0; Captured < 5.0 + Seconds; Captured += Interval)
	{
		const double Late = JitterS * static_cast<double>(Random() % 1000) / 1000.0;
		Last = std::max(Last, 1000.0 + Captured * (1.0 + DriftPpm * 1e-6) + Late);
		Found.push_back({Captured, Last});
	}
	return Found;
}

struct FPlayed
{
	double NowS;
	EMoment Moment;
	FFrameMessage Motion;
};

/** Samples at 120 Hz while frames arrive; `Keep` says which of them do. */
std::vector<FPlayed> Play(FJitterBuffer& Buffer, const std::vector<FArrival>& Frames, bool (*Keep)(size_t))
{
	std::vector<FPlayed> Found;
	size_t Next = 0;
	FStreamFrame Out;
	for (double Now = Frames.front().ArrivedS; Now < Frames.back().ArrivedS; Now += 1.0 / 120.0)
	{
		for (; Next < Frames.size() && Frames[Next].ArrivedS <= Now; ++Next)
		{
			if (Keep(Next))
			{
				Buffer.Push(MakeFrame(Frames[Next].CapturedS, Mouth(Frames[Next].CapturedS), Yaw(Frames[Next].CapturedS)), Frames[Next].ArrivedS);
			}
		}
		const EMoment Moment = Buffer.Sample(Now, Out);
		if (Moment != EMoment::None)
		{
			Found.push_back({Now, Moment, Out.Motion});
		}
	}
	return Found;
}

bool All(size_t)
{
	return true;
}

size_t CountOf(const std::vector<FPlayed>& Played, EMoment Moment)
{
	return static_cast<size_t>(std::count_if(Played.begin(), Played.end(), [Moment](const FPlayed& Entry) { return Entry.Moment == Moment; }));
}

void CheckMonotonic(const std::vector<FPlayed>& Played)
{
	for (size_t Index = 1; Index < Played.size(); ++Index)
	{
		CHECK(Played[Index].Motion.TimelineS >= Played[Index - 1].Motion.TimelineS);
		CHECK(Played[Index].Motion.Sequence >= Played[Index - 1].Motion.Sequence);
	}
}

FPlayoutSettings Fixed(double DelayS)
{
	FPlayoutSettings Settings;
	Settings.DelayS = DelayS;
	return Settings;
}
} // namespace

TEST_SUITE_BEGIN("playout");

TEST_CASE("time goes evenly forward although frames arrive unevenly")
{
	FJitterBuffer Buffer(Fixed(0.08));
	const std::vector<FPlayed> Played = Play(Buffer, Arrivals(20.0, 0.03, 40.0, 1), &All);
	CheckMonotonic(Played);
	REQUIRE(Played.size() > 2000);
	double Worst = 0.0, Wrong = 0.0;
	for (size_t Index = 600; Index < Played.size(); ++Index)
	{
		const double Step = Played[Index].Motion.TimelineS - Played[Index - 1].Motion.TimelineS;
		Worst = std::max(Worst, std::abs(Step - 1.0 / 120.0));
		Wrong = std::max(Wrong, std::abs(Played[Index].Motion.Weights[0] - Mouth(Played[Index].Motion.TimelineS)));
	}
	CHECK(Worst < 0.001);
	CHECK(Wrong < 0.01);
	CHECK(CountOf(Played, EMoment::Interpolated) > Played.size() * 98 / 100);
}

TEST_CASE("angles follow the rotation between frames")
{
	FJitterBuffer Buffer(Fixed(0.08));
	for (const FPlayed& Entry : Play(Buffer, Arrivals(5.0, 0.01, 0.0, 2), &All))
	{
		const double Wanted = Entry.Moment == EMoment::Held ? Entry.Motion.HeadYpr[0] : Yaw(Entry.Motion.TimelineS);
		CHECK(std::abs(Entry.Motion.HeadYpr[0] - Wanted) < 0.2);
		CHECK(AngleBetween(Entry.Motion.HeadRotation, RotationOf(Entry.Motion.HeadYpr)) < 1e-6);
	}
}

TEST_CASE("the sender's clock is followed through drift")
{
	for (const double DriftPpm : {-80.0, 0.0, 120.0})
	{
		FSenderClock Clock;
		double Worst = 0.0;
		for (const FArrival& Arrival : Arrivals(120.0, 0.01, DriftPpm, 3))
		{
			Clock.Observe(static_cast<int64_t>(Arrival.CapturedS * 1e9), Arrival.ArrivedS);
			const double Mean = 1000.0 + Arrival.CapturedS * (1.0 + DriftPpm * 1e-6) + 0.005;
			const double Error = std::abs(Clock.ToLocal(static_cast<int64_t>(Arrival.CapturedS * 1e9)) - Mean);
			Worst = Arrival.CapturedS > 30.0 ? std::max(Worst, Error) : 0.0;
		}
		CAPTURE(DriftPpm);
		CHECK(Worst < 0.002);
		CHECK(std::abs(Clock.DriftPpm() - DriftPpm) < 60.0);
		CHECK(Clock.Starts() == 1);
	}
}

TEST_CASE("a moment goes to the sender's clock and back")
{
	FSenderClock Clock;
	Clock.Observe(5000000000, 12.0);
	Clock.Observe(5016000000, 12.018);
	CHECK(std::abs(Clock.ToLocal(Clock.ToSender(13.25)) - 13.25) < 1e-6);
}

TEST_CASE("a stall on the way does not move the clock, and a clock that jumped does")
{
	FSenderClock Clock;
	const auto At = [](double Seconds) { return static_cast<int64_t>(Seconds * 1e9); };
	for (int Index = 0; Index < 600; ++Index)
	{
		Clock.Observe(At(5.0 + Index * Interval), 1005.0 + Index * Interval);
	}
	for (int Index = 600; Index < 630; ++Index)
	{
		Clock.Observe(At(5.0 + Index * Interval), 1015.6);
	}
	CHECK(std::abs(Clock.ToLocal(At(16.0)) - 1016.0) < 0.03);
	CHECK(Clock.Starts() == 1);
	for (int Index = 630; Index < 800; ++Index)
	{
		Clock.Observe(At(5.0 + Index * Interval), 1105.0 + Index * Interval);
	}
	CHECK(Clock.Starts() == 2);
	CHECK(std::abs(Clock.ToLocal(At(18.0)) - 1118.0) < 0.03);
}

TEST_CASE("beyond the last frame the pose goes on a bounded way and then rests")
{
	FPlayoutSettings Settings = Fixed(0.02);
	FJitterBuffer Buffer(Settings);
	for (int Index = 0; Index < 10; ++Index)
	{
		Buffer.Push(MakeFrame(5.0 + Index * Interval, 0.05 * Index, 3.0 * Index), 100.0 + Index * Interval);
	}
	const double Last = 100.0 + 9 * Interval;
	FStreamFrame Out;
	double Before = 0.0;
	for (double Now = Last; Now < Last + 2.0; Now += 0.005)
	{
		Buffer.Sample(Now, Out);
		const double Weight = Out.Motion.Weights[0];
		CHECK(Weight >= Before - 1e-9);
		CHECK(Weight <= 0.45 + Settings.MaxAheadWeight + 1e-9);
		CHECK(Out.Motion.HeadYpr[0] <= 27.0 + Settings.MaxAheadDegrees + 1e-6);
		CHECK(Out.Motion.TimelineS <= 5.0 + 9 * Interval + Settings.MaxAheadS + 1e-9);
		Before = Weight;
	}
	CHECK(Before > 0.5);
	CHECK(Out.Motion.HeadYpr[0] > 31.0);
}

TEST_CASE("weights stay weights beyond the last frame")
{
	for (const double Direction : {1.0, -1.0})
	{
		FJitterBuffer Buffer(Fixed(0.01));
		for (int Index = 0; Index < 10; ++Index)
		{
			Buffer.Push(MakeFrame(5.0 + Index * Interval, 0.5 + Direction * 0.055 * Index), 100.0 + Index * Interval);
		}
		FStreamFrame Out;
		CHECK(Buffer.Sample(100.0 + 9 * Interval + 0.05, Out) == EMoment::Extrapolated);
		CHECK(Out.Motion.Weights[0] == (Direction > 0.0 ? 1.0 : 0.0));
	}
}

TEST_CASE("a lost face is not extrapolated")
{
	FJitterBuffer Buffer(Fixed(0.01));
	for (int Index = 0; Index < 5; ++Index)
	{
		FStreamFrame Frame = MakeFrame(5.0 + Index * Interval, 0.1 * Index);
		Frame.Motion.bTracked = Index < 4;
		Buffer.Push(Frame, 100.0 + Index * Interval);
	}
	FStreamFrame Out;
	CHECK(Buffer.Sample(100.2, Out) == EMoment::Held);
	CHECK(Out.Motion.Weights[0] == 0.4);
	CHECK(!Out.Motion.bTracked);
}

TEST_CASE("a channel that is not observed keeps its values")
{
	FJitterBuffer Buffer(Fixed(0.04));
	FStreamFrame First = MakeFrame(5.0, 0.2), Second = MakeFrame(5.0 + 2 * Interval, 0.8);
	SUBCASE("in the first frame")
	{
		First.Motion.ChannelConfidence[0] = 0.0;
	}
	SUBCASE("in the second frame")
	{
		Second.Motion.ChannelConfidence[0] = 0.0;
	}
	Buffer.Push(First, 100.0);
	Buffer.Push(Second, 100.0 + 2 * Interval);
	FStreamFrame Out;
	CHECK(Buffer.Sample(100.04 + Interval, Out) == EMoment::Interpolated);
	CHECK(Out.Motion.Weights[0] == 0.2);
	CHECK(Out.Motion.ChannelConfidence[0] == First.Motion.ChannelConfidence[0]);
}

TEST_CASE("frames that are lost are bridged, and long gaps are held")
{
	FJitterBuffer Buffer(Fixed(0.1));
	const std::vector<FPlayed> Played = Play(Buffer, Arrivals(10.0, 0.01, 0.0, 4), [](size_t Index) { return Index % 3 != 1; });
	CheckMonotonic(Played);
	for (size_t Index = 200; Index < Played.size(); ++Index)
	{
		CHECK(std::abs(Played[Index].Motion.Weights[0] - Mouth(Played[Index].Motion.TimelineS)) < 0.03);
	}
	FJitterBuffer Gap(Fixed(0.7));
	Gap.Push(MakeFrame(5.0, 0.2), 100.0);
	Gap.Push(MakeFrame(5.6, 0.8), 100.6);
	FStreamFrame Out;
	CHECK(Gap.Sample(101.0, Out) == EMoment::Held);
	CHECK(Out.Motion.Weights[0] == 0.2);
}

TEST_CASE("an adaptive delay follows the jitter both ways, within its limits")
{
	FPlayoutSettings Settings = Fixed(0.05);
	Settings.bAdaptive = true;
	FJitterBuffer Calm(Settings), Wild(Settings), Worst(Settings);
	Play(Calm, Arrivals(20.0, 0.002, 0.0, 5), &All);
	const std::vector<FPlayed> Played = Play(Wild, Arrivals(20.0, 0.12, 0.0, 5), &All);
	CheckMonotonic(Played);
	CHECK(Calm.DelayS() < 0.03);
	CHECK(Wild.DelayS() > 0.05);
	CHECK(Wild.DelayS() < 0.2);
	size_t Ahead = 0;
	for (size_t Index = Played.size() / 2; Index < Played.size(); ++Index)
	{
		Ahead += Played[Index].Moment == EMoment::Extrapolated ? 1 : 0;
	}
	CHECK(Ahead < Played.size() / 50);
	Settings.MaxDelayS = 0.04;
	Worst.Configure(Settings);
	Play(Worst, Arrivals(10.0, 0.2, 0.0, 6), &All);
	CHECK(Worst.DelayS() <= 0.04);
}

TEST_CASE("another delay is taken over without a jump back")
{
	FJitterBuffer Buffer(Fixed(0.02));
	const std::vector<FArrival> Frames = Arrivals(6.0, 0.005, 0.0, 7);
	FStreamFrame Out;
	double Before = 0.0;
	size_t Next = 0;
	for (double Now = Frames.front().ArrivedS; Now < Frames.back().ArrivedS; Now += 1.0 / 120.0)
	{
		for (; Next < Frames.size() && Frames[Next].ArrivedS <= Now; ++Next)
		{
			Buffer.Push(MakeFrame(Frames[Next].CapturedS, 0.5), Frames[Next].ArrivedS);
		}
		Buffer.Configure(Fixed(Now < Frames.front().ArrivedS + 3.0 ? 0.02 : 0.2));
		Buffer.Sample(Now, Out);
		CHECK(Out.Motion.TimelineS >= Before);
		Before = Out.Motion.TimelineS;
	}
	CHECK(Buffer.DelayS() == doctest::Approx(0.2));
}

TEST_CASE("the mode of the newest frame adds no delay")
{
	FPlayoutSettings Settings;
	Settings.Mode = EPlayout::Latest;
	FJitterBuffer Buffer(Settings);
	FStreamFrame Out;
	CHECK(Buffer.Sample(100.0, Out) == EMoment::None);
	Buffer.Push(MakeFrame(5.0, 0.25), 100.0);
	Buffer.Push(MakeFrame(5.1, 0.75), 100.0);
	CHECK(Buffer.Sample(100.0, Out) == EMoment::Latest);
	CHECK(Out.Motion.Weights[0] == 0.75);
}

TEST_CASE("a listener that nobody samples keeps the newest frames")
{
	FJitterBuffer Buffer(Fixed(0.02));
	for (int Index = 0; Index < 500; ++Index)
	{
		Buffer.Push(MakeFrame(5.0 + Index * Interval, Index / 500.0), 100.0 + Index * Interval);
	}
	CHECK(Buffer.Frames() == 64);
	FStreamFrame Out;
	CHECK(Buffer.Sample(100.0 + 499 * Interval + 0.02, Out) != EMoment::None);
	CHECK(Out.Motion.Weights[0] > 0.99);
}

TEST_SUITE_END();
