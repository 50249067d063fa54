#include "Blend.h"

#include "Koekata/Axes/Axes.h"
#include "Saturate.h"

#include <algorithm>
#include <cmath>

namespace Koekata
{
namespace
{
constexpr double Degree = 3.14159265358979323846 / 180.0;

double Mix(double From, double To, double Share)
{
	return From + (To - From) * Share;
}

int64_t MixTime(int64_t From, int64_t To, double Share)
{
	return AddNs(From, static_cast<double>(To - From) * Share);
}

template <size_t Size> void MixAll(const std::array<double, Size>& From, const std::array<double, Size>& To, double Share, std::array<double, Size>& Out)
{
	for (size_t Index = 0; Index < Size; ++Index)
	{
		Out[Index] = Mix(From[Index], To[Index], Share);
	}
}

/** Goes on from the last value as it came from the one before, a bounded way. */
template <size_t Size>
void GoOn(const std::array<double, Size>& Before, const std::array<double, Size>& Last, double Share, double Most, std::array<double, Size>& Out)
{
	for (size_t Index = 0; Index < Size; ++Index)
	{
		Out[Index] = Last[Index] + std::clamp((Last[Index] - Before[Index]) * Share, -Most, Most);
	}
}

bool BothObserve(const FFrameMessage& A, const FFrameMessage& B, size_t Channel)
{
	return A.ChannelConfidence[Channel] > 0.0 && B.ChannelConfidence[Channel] > 0.0;
}
} // namespace

void Interpolate(const FStreamFrame& From, const FStreamFrame& To, double Share, FStreamFrame& Out)
{
	Out = From;
	const FFrameMessage &A = From.Motion, &B = To.Motion;
	FFrameMessage& Motion = Out.Motion;
	Motion.TimelineS = Mix(A.TimelineS, B.TimelineS, Share);
	Motion.MonotonicNs = MixTime(A.MonotonicNs, B.MonotonicNs, Share);
	Motion.WallNs = MixTime(A.WallNs, B.WallNs, Share);
	Motion.Confidence = Mix(A.Confidence, B.Confidence, Share);
	for (size_t Channel = 0; Channel < Motion.Weights.size(); ++Channel)
	{
		if (BothObserve(A, B, Channel))
		{
			Motion.Weights[Channel] = std::clamp(Mix(A.Weights[Channel], B.Weights[Channel], Share), 0.0, 1.0);
			Motion.ChannelConfidence[Channel] = Mix(A.ChannelConfidence[Channel], B.ChannelConfidence[Channel], Share);
		}
	}
	Motion.HeadRotation = Slerp(A.HeadRotation, B.HeadRotation, Share);
	Motion.HeadYpr = AnglesOf(Motion.HeadRotation);
	MixAll(A.HeadTranslation, B.HeadTranslation, Share, Motion.HeadTranslation);
	MixAll(A.Gaze, B.Gaze, Share, Motion.Gaze);
}

void Extrapolate(const FStreamFrame& Before, const FStreamFrame& Last, double Share, const FPlayoutSettings& Settings, FStreamFrame& Out)
{
	Out = Last;
	const FFrameMessage &A = Before.Motion, &B = Last.Motion;
	FFrameMessage& Motion = Out.Motion;
	Motion.TimelineS += (B.TimelineS - A.TimelineS) * Share;
	Motion.MonotonicNs = MixTime(A.MonotonicNs, B.MonotonicNs, 1.0 + Share);
	Motion.WallNs = MixTime(A.WallNs, B.WallNs, 1.0 + Share);
	const double Most = Settings.MaxAheadWeight;
	for (size_t Channel = 0; Channel < Motion.Weights.size(); ++Channel)
	{
		if (BothObserve(A, B, Channel))
		{
			const double Way = std::clamp((B.Weights[Channel] - A.Weights[Channel]) * Share, -Most, Most);
			Motion.Weights[Channel] = std::clamp(B.Weights[Channel] + Way, 0.0, 1.0);
		}
	}
	const double Angle = AngleBetween(A.HeadRotation, B.HeadRotation);
	const double Turn = Angle > 0.0 ? std::min(Share, Settings.MaxAheadDegrees * Degree / Angle) : 0.0;
	Motion.HeadRotation = Slerp(A.HeadRotation, B.HeadRotation, 1.0 + Turn);
	Motion.HeadYpr = AnglesOf(Motion.HeadRotation);
	GoOn(A.HeadTranslation, B.HeadTranslation, Share, Settings.MaxAheadMetres, Motion.HeadTranslation);
	GoOn(A.Gaze, B.Gaze, Share, Settings.MaxAheadDegrees, Motion.Gaze);
}
} // namespace Koekata
