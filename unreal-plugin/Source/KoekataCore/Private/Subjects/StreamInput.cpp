#include "Koekata/Subjects/StreamInput.h"

#include <algorithm>

namespace Koekata
{
namespace
{
/** In the order of head_ypr, head_translation and gaze. */
constexpr const char* PoseNames[] = {"headYaw", "headPitch",   "headRoll",		"headX",		"headY",
									 "headZ",	"gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight"};
} // namespace

void FStreamInput::Bind(const FMappingEvaluator& Evaluator)
{
	Bound = nullptr;
	for (size_t Index = 0; Index < Pose.size(); ++Index)
	{
		Pose[Index] = Evaluator.Slot(PoseNames[Index]);
	}
}

void FStreamInput::BindLayout(const FMappingEvaluator& Evaluator, const FStreamFrame& Stream)
{
	Bound = Stream.Layout;
	Weights.clear();
	for (const std::string& Channel : Bound->Channels)
	{
		Weights.push_back(Evaluator.Slot(Channel));
	}
}

void FStreamInput::Fill(const FMappingEvaluator& Evaluator, const FStreamFrame& Stream, double Dt, FMappingFrame& Frame)
{
	Frame.Clear();
	Frame.Dt = Dt;
	if (Stream.Layout == nullptr)
	{
		Frame.bTracked = false;
		return;
	}
	if (Stream.Layout != Bound)
	{
		BindLayout(Evaluator, Stream);
	}
	const FFrameMessage& Motion = Stream.Motion;
	Frame.bTracked = Motion.bTracked;
	Frame.bHasTime = true;
	Frame.Time = Motion.TimelineS;
	const size_t Count = std::min(Weights.size(), Motion.Weights.size());
	for (size_t Channel = 0; Channel < Count; ++Channel)
	{
		Frame.Set(Weights[Channel], Motion.Weights[Channel]);
		Frame.SetConfidence(Weights[Channel], Motion.ChannelConfidence[Channel]);
	}
	for (size_t Index = 0; Index < 3; ++Index)
	{
		Frame.Set(Pose[Index], Motion.HeadYpr[Index]);
		Frame.Set(Pose[3 + Index], Motion.HeadTranslation[Index]);
	}
	for (size_t Index = 0; Index < Motion.Gaze.size(); ++Index)
	{
		Frame.Set(Pose[6 + Index], Motion.Gaze[Index]);
	}
}
} // namespace Koekata
