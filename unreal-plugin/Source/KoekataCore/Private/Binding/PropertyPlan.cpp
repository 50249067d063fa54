#include "Koekata/Binding/PropertyPlan.h"

#include "Koekata/Axes/Axes.h"
#include "Koekata/Axes/Curves.h"

#include <algorithm>

namespace Koekata
{
namespace
{
std::string CurveOf(const std::string& Channel)
{
	size_t Count = 0;
	const int Index = CurveIndex(Channel);
	return Index < 0 ? Channel : std::string(CurveNames(Count)[Index].Curve);
}
} // namespace

bool FPropertyPlan::Follow(const FStreamFrame& Frame)
{
	if (Frame.Layout == nullptr)
	{
		return false;
	}
	bool bNew = false;
	if (Frame.Layout != Bound)
	{
		// Another list of names; the same names in a new session are no news.
		const bool bSame = Bound != nullptr && Bound->Channels == Frame.Layout->Channels;
		Bound = Frame.Layout;
		bNew = !bSame;
	}
	if (bNew)
	{
		Observed.assign(Bound->Channels.size(), false);
	}
	const size_t Count = std::min(Observed.size(), Frame.Motion.ChannelConfidence.size());
	for (size_t Channel = 0; Channel < Count; ++Channel)
	{
		if (!Observed[Channel] && Frame.Motion.ChannelConfidence[Channel] > 0.0)
		{
			Observed[Channel] = true;
			bNew = true;
		}
	}
	if (bNew)
	{
		Name(Frame);
	}
	return bNew;
}

void FPropertyPlan::Name(const FStreamFrame& Frame)
{
	Channels.clear();
	All.clear();
	for (size_t Channel = 0; Channel < Observed.size(); ++Channel)
	{
		if (Observed[Channel])
		{
			Channels.push_back(Channel);
			All.push_back(CurveOf(Frame.Layout->Channels[Channel]));
		}
	}
	for (const char* Angle : LiveLinkFaceAngleNames())
	{
		All.emplace_back(Angle);
	}
	for (const char* Further : {"HeadX", "HeadY", "HeadZ", TrackedCurve})
	{
		All.emplace_back(Further);
	}
	Last.assign(All.size(), 0.0F);
}

const std::vector<float>& FPropertyPlan::Values(const FStreamFrame& Frame)
{
	const FFrameMessage& Motion = Frame.Motion;
	size_t At = 0;
	for (const size_t Channel : Channels)
	{
		if (Channel < Motion.Weights.size() && Motion.ChannelConfidence[Channel] > 0.0)
		{
			Last[At] = static_cast<float>(Motion.Weights[Channel]);
		}
		++At;
	}
	if (Last.size() < At + 13)
	{
		return Last; // Before the first Follow.
	}
	for (const double Angle : LiveLinkFaceAngles(Motion.HeadYpr, Motion.Gaze))
	{
		Last[At++] = static_cast<float>(Angle);
	}
	const FUnrealVector Place = ToUnrealPosition(Motion.HeadTranslation);
	for (const double Further : {Place.X, Place.Y, Place.Z, Motion.bTracked ? 1.0 : 0.0})
	{
		Last[At++] = static_cast<float>(Further);
	}
	return Last;
}
} // namespace Koekata
