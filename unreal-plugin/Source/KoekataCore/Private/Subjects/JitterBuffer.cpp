#include "Koekata/Subjects/JitterBuffer.h"

#include "Blend.h"

#include <algorithm>
#include <cmath>

namespace Koekata
{
namespace
{
constexpr double Nano = 1e-9;
/** The worst lateness falls to a third in so many seconds. */
constexpr double ForgetS = 5.0;
constexpr double MarginS = 0.002;
/** Frames that are further apart say nothing about the rate. */
constexpr double LongestIntervalS = 0.25;
constexpr double IntervalShare = 0.1;
/** Seconds of delay per second: more is noticed late, and less must not be seen. */
constexpr double QuickestGrowth = 0.5;
constexpr double QuickestFall = 0.02;
/** A caller that slept longer jumps to the delay that is wanted. */
constexpr double LongestStepS = 0.25;
/** Speeds of frames that are further apart are no guide to what comes. */
constexpr double LongestSpeedS = 0.1;

double Seconds(int64_t From, int64_t To)
{
	return static_cast<double>(To - From) * Nano;
}
} // namespace

FJitterBuffer::FJitterBuffer(const FPlayoutSettings& InSettings) : Settings(InSettings), Ring(Capacity) {}

void FJitterBuffer::Clear()
{
	Count = 0;
	Sender.Reset();
	Peak = Interval = 0.0;
	bStarted = false;
}

void FJitterBuffer::DropOldest(size_t Number)
{
	// Rotated and not erased: the memory of the dropped frames is used again.
	std::rotate(Ring.begin(), Ring.begin() + static_cast<std::ptrdiff_t>(Number), Ring.begin() + static_cast<std::ptrdiff_t>(Count));
	Count -= Number;
}

void FJitterBuffer::Push(const FStreamFrame& Frame, double ArrivedS)
{
	const int64_t CapturedNs = Frame.Motion.MonotonicNs;
	if (Count > 0 && CapturedNs <= Motion(Count - 1).MonotonicNs)
	{
		Clear(); // The sender's clock went back: what is here belongs to another time.
	}
	const double Step = Count > 0 ? Seconds(Motion(Count - 1).MonotonicNs, CapturedNs) : 0.0;
	const int Starts = Sender.Starts();
	const double Late = Sender.Observe(CapturedNs, ArrivedS);
	if (Count > 0 && Sender.Starts() != Starts)
	{
		Count = 0; // A jump of a clock.
		bStarted = false;
	}
	Peak = std::max(Late, Peak * std::exp(-Step / ForgetS));
	if (Step > 0.0 && Step < LongestIntervalS)
	{
		Interval = Interval > 0.0 ? Interval + IntervalShare * (Step - Interval) : Step;
	}
	if (Count == Capacity)
	{
		DropOldest(1);
	}
	Ring[Count++] = Frame;
}

double FJitterBuffer::WantedDelayS() const
{
	// A frame is needed before its predecessor has been played to the end.
	const double Wanted = Settings.bAdaptive && Interval > 0.0 ? Peak + Interval + MarginS : Settings.DelayS;
	const double Low = std::max(Settings.MinDelayS, 0.0);
	return std::clamp(Wanted, Low, std::max(Settings.MaxDelayS, Low));
}

void FJitterBuffer::Adapt(double NowS)
{
	const double Step = bStarted ? std::max(NowS - LastNowS, 0.0) : LongestStepS;
	const double Change = WantedDelayS() - Delay;
	const bool bJump = !bStarted || Step > LongestStepS;
	Delay += bJump ? Change : std::clamp(Change, -QuickestFall * Step, QuickestGrowth * Step);
	LastNowS = NowS;
}

int64_t FJitterBuffer::PlayTime(double NowS)
{
	Adapt(NowS);
	const int64_t AtNs = Sender.ToSender(NowS - Delay);
	LastPlayNs = bStarted ? std::max(AtNs, LastPlayNs) : AtNs;
	bStarted = true;
	return LastPlayNs;
}

EMoment FJitterBuffer::Sample(double NowS, FStreamFrame& Out)
{
	if (Count == 0 || !std::isfinite(NowS))
	{
		return EMoment::None;
	}
	if (Settings.Mode == EPlayout::Latest)
	{
		bStarted = false;
		DropOldest(Count - 1);
		Out = Ring[0];
		return EMoment::Latest;
	}
	return Play(PlayTime(NowS), Out);
}

EMoment FJitterBuffer::Play(int64_t AtNs, FStreamFrame& Out)
{
	size_t Next = 0;
	while (Next < Count && Motion(Next).MonotonicNs <= AtNs)
	{
		++Next;
	}
	// One frame before the current one stays, for the speed.
	if (Next > 2)
	{
		DropOldest(Next - 2);
		Next = 2;
	}
	if (Next == Count)
	{
		return PlayBeyond(AtNs, Out);
	}
	const FStreamFrame& To = Ring[Next];
	const FStreamFrame& From = Ring[Next == 0 ? 0 : Next - 1];
	const double Gap = Seconds(From.Motion.MonotonicNs, To.Motion.MonotonicNs);
	if (Next == 0 || From.Layout != To.Layout || Gap > Settings.MaxGapS)
	{
		Out = From;
		return EMoment::Held;
	}
	Interpolate(From, To, Seconds(From.Motion.MonotonicNs, AtNs) / Gap, Out);
	return EMoment::Interpolated;
}

EMoment FJitterBuffer::PlayBeyond(int64_t AtNs, FStreamFrame& Out) const
{
	const FStreamFrame& Last = Ring[Count - 1];
	const FStreamFrame& Before = Ring[Count < 2 ? 0 : Count - 2];
	const double Step = Seconds(Before.Motion.MonotonicNs, Last.Motion.MonotonicNs);
	const double Ahead = std::min(Seconds(Last.Motion.MonotonicNs, AtNs), Settings.MaxAheadS);
	const bool bTracked = Before.Motion.bTracked && Last.Motion.bTracked;
	if (Count < 2 || Before.Layout != Last.Layout || !bTracked || Step > LongestSpeedS || Ahead <= 0.0)
	{
		Out = Last;
		return EMoment::Held;
	}
	Extrapolate(Before, Last, Ahead / Step, Settings, Out);
	return EMoment::Extrapolated;
}
} // namespace Koekata
