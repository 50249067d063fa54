// Written by tests/cpp/make_curves.py from mappings/channels.json.
// Change that, and run it again.

#include "Koekata/Axes/Curves.h"

namespace Koekata
{
namespace
{
constexpr FCurveName AllCurves[] = {
	{"eyeBlinkLeft", "EyeBlinkLeft"},
	{"eyeLookDownLeft", "EyeLookDownLeft"},
	{"eyeLookInLeft", "EyeLookInLeft"},
	{"eyeLookOutLeft", "EyeLookOutLeft"},
	{"eyeLookUpLeft", "EyeLookUpLeft"},
	{"eyeSquintLeft", "EyeSquintLeft"},
	{"eyeWideLeft", "EyeWideLeft"},
	{"eyeBlinkRight", "EyeBlinkRight"},
	{"eyeLookDownRight", "EyeLookDownRight"},
	{"eyeLookInRight", "EyeLookInRight"},
	{"eyeLookOutRight", "EyeLookOutRight"},
	{"eyeLookUpRight", "EyeLookUpRight"},
	{"eyeSquintRight", "EyeSquintRight"},
	{"eyeWideRight", "EyeWideRight"},
	{"jawForward", "JawForward"},
	{"jawLeft", "JawLeft"},
	{"jawRight", "JawRight"},
	{"jawOpen", "JawOpen"},
	{"mouthClose", "MouthClose"},
	{"mouthFunnel", "MouthFunnel"},
	{"mouthPucker", "MouthPucker"},
	{"mouthLeft", "MouthLeft"},
	{"mouthRight", "MouthRight"},
	{"mouthSmileLeft", "MouthSmileLeft"},
	{"mouthSmileRight", "MouthSmileRight"},
	{"mouthFrownLeft", "MouthFrownLeft"},
	{"mouthFrownRight", "MouthFrownRight"},
	{"mouthDimpleLeft", "MouthDimpleLeft"},
	{"mouthDimpleRight", "MouthDimpleRight"},
	{"mouthStretchLeft", "MouthStretchLeft"},
	{"mouthStretchRight", "MouthStretchRight"},
	{"mouthRollLower", "MouthRollLower"},
	{"mouthRollUpper", "MouthRollUpper"},
	{"mouthShrugLower", "MouthShrugLower"},
	{"mouthShrugUpper", "MouthShrugUpper"},
	{"mouthPressLeft", "MouthPressLeft"},
	{"mouthPressRight", "MouthPressRight"},
	{"mouthLowerDownLeft", "MouthLowerDownLeft"},
	{"mouthLowerDownRight", "MouthLowerDownRight"},
	{"mouthUpperUpLeft", "MouthUpperUpLeft"},
	{"mouthUpperUpRight", "MouthUpperUpRight"},
	{"browDownLeft", "BrowDownLeft"},
	{"browDownRight", "BrowDownRight"},
	{"browInnerUp", "BrowInnerUp"},
	{"browOuterUpLeft", "BrowOuterUpLeft"},
	{"browOuterUpRight", "BrowOuterUpRight"},
	{"cheekPuff", "CheekPuff"},
	{"cheekSquintLeft", "CheekSquintLeft"},
	{"cheekSquintRight", "CheekSquintRight"},
	{"noseSneerLeft", "NoseSneerLeft"},
	{"noseSneerRight", "NoseSneerRight"},
	{"tongueOut", "TongueOut"},
};
} // namespace

const FCurveName* CurveNames(size_t& Count)
{
	Count = sizeof(AllCurves) / sizeof(AllCurves[0]);
	return AllCurves;
}
} // namespace Koekata
