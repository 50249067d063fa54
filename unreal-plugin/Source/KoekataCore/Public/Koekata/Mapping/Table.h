#pragma once

#include "Koekata/Api.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

/** A mapping table after loading: what mappings/SPEC.md calls it, with every default filled in. */
namespace Koekata
{
/** Low and high; infinite where there is no bound. */
struct FRange
{
	double Low = -std::numeric_limits<double>::infinity();
	double High = std::numeric_limits<double>::infinity();
};

/** A source and how it counts. */
struct FTerm
{
	std::string Of;
	double Weight = 1.0;
	bool bInvert = false;
	bool bHasAbsent = false;
	/** Taken where the source is absent. */
	double Absent = 0.0;
};

/** A key of a curve; without a slope it is straight on that side. */
struct FKey
{
	double X = 0.0;
	double Y = 0.0;
	bool bHasSlope = false;
	double SlopeIn = 0.0;
	double SlopeOut = 0.0;
};

enum class EOperation : uint8_t { Sum, Product, Min, Max, Average };

/** From sources to a value: step 5 of the specification. */
struct FFormula
{
	std::vector<FTerm> Terms;
	EOperation Operation = EOperation::Sum;
	double DeadZone = 0.0;
	double Full = 1.0;
	bool bInvert = false;
	std::vector<FKey> Curve;
	double Gain = 1.0;
	double Offset = 0.0;
	FRange Clamp;
};

/** A channel that tables may name. */
struct FInput
{
	std::string Id;
	double Rest = 0.0;
	FRange Range;
	/** Lost together with the face. */
	bool bFace = false;
};

struct FSignal
{
	std::string Id;
	FFormula Formula;
};

/** A target with the value that it takes. */
struct FPoseValue
{
	std::string Target;
	double Value = 0.0;
};

/** In the order of the file. */
using FPose = std::vector<FPoseValue>;

enum class EBlend : uint8_t { Override, Add, Max };

/** On or off, with fades. */
struct FCondition
{
	std::string Id;
	/** Fired by name, in place of comparing `When`. */
	bool bTrigger = false;
	FTerm When;
	double On = 0.5;
	double Off = 0.5;
	/** Seconds, as the fades. */
	double Duration = 0.0;
	double FadeIn = 0.0;
	double FadeOut = 0.0;
	/** Ids of regions. */
	std::vector<std::string> Suppress;
	FPose Pose;
	EBlend Blend = EBlend::Override;
	int Priority = 0;
};

enum class EKind : uint8_t { Morph, Expression, Bone, Material, Uv, Sprite, Event };
enum class ECombine : uint8_t { Sum, Max, Min, Average, Override };
enum class ECategory : uint8_t { None, Blink, LookAt, Mouth };
enum class EOverride : uint8_t { None, Block, Blend };

/** Where a target is on the model; empty where it does not apply. */
struct FAddress
{
	std::string Name;
	std::string Mesh;
	std::string Bone;
	std::string Property;
	std::string Axis;
	std::string Material;
	std::string Component;
	int Count = 0;
};

/** Something on the model that is driven. */
struct FTarget
{
	std::string Id;
	EKind Kind = EKind::Morph;
	ECombine Combine = ECombine::Sum;
	double Rest = 0.0;
	FRange Range;
	/** Id of its region, or empty. */
	std::string Region;
	ECategory Category = ECategory::None;
	bool bBinary = false;
	EOverride OverrideBlink = EOverride::None;
	EOverride OverrideLookAt = EOverride::None;
	EOverride OverrideMouth = EOverride::None;
	double On = 0.5;
	double Off = 0.5;
	FAddress Address;
};

/** Ids of the conditions that weigh an entry. */
struct FWeighed
{
	std::vector<std::string> While;
	std::vector<std::string> Unless;
};

struct FRow
{
	std::string Id;
	FFormula Formula;
	std::string To;
	FWeighed Weighed;
	int Priority = 0;
};

/** One drawn shape with its score. */
struct FChoice
{
	std::string Id;
	FFormula Formula;
	FWeighed Weighed;
	double Hold = 0.0;
	FPose Pose;
};

struct FSwitch
{
	std::string Id;
	double Hysteresis = 0.0;
	std::vector<FChoice> Choices;
};

struct FMember
{
	std::string Target;
	int Priority = 0;
};

/** Targets that share a limit. */
struct FGroup
{
	std::string Id;
	std::vector<FMember> Members;
	double Limit = 1.0;
	bool bScale = false;
	FWeighed Weighed;
};

/** A part of the face with its timing, in seconds. */
struct FRegion
{
	std::string Id;
	double Attack = 0.0;
	double Release = 0.0;
	std::vector<double> Snap;
	double SnapWithin = 0.1;
	double SnapLeave = 0.1;
	int HoldFrames = 1;
	double Rate = 24.0;
	double Phase = 0.0;
};

struct FGlasses
{
	bool bOn = false;
	double Open = 0.0;
	double Closed = 1.0;
	double Trust = 1.0;
};

struct FFarEye
{
	bool bOn = false;
	/** Degrees of head yaw. */
	double From = 0.0;
	double To = 1.0;
};

struct FWink
{
	bool bOn = false;
	double On = 0.0;
	double Off = 0.0;
	double Fade = 0.0;
	double Open = 0.0;
	double Close = 0.0;
};

struct FDirection
{
	double Gain = 1.0;
	/** Degrees. */
	double Limit = 90.0;
};

struct FGaze
{
	bool bOn = false;
	FDirection Left;
	FDirection Right;
	FDirection Up;
	FDirection Down;
};

struct FGazeHold
{
	bool bOn = false;
	double On = 0.0;
	double Off = 0.0;
	/** Seconds. */
	double Return = 0.0;
};

/** Rules of step 4. */
struct FEyes
{
	FGlasses Glasses;
	FFarEye FarEye;
	FWink Wink;
	double Link = 0.0;
	FGaze Gaze;
	FGazeHold GazeHold;
};

/** Blinks of the idle, in seconds. */
struct FIdle
{
	double Shortest = 2.0;
	double Longest = 6.0;
	double Close = 0.0;
	double Shut = 0.0;
	double Open = 0.0;
	uint32_t Seed = 1;
};

enum class ELostTo : uint8_t { Hold, Neutral, Idle };

/** What happens when the face is lost: times in seconds. */
struct FLost
{
	double Hold = 0.5;
	ELostTo To = ELostTo::Neutral;
	double Ease = 0.5;
	double Return = 0.2;
	FIdle Idle;
};

/** A whole table, valid; targets in the order of step 12, the rest in that of the file. */
struct FMappingTable
{
	std::string Name;
	/** The chain of `extends`, the base first. */
	std::vector<std::string> Files;
	/** All that a table may name except `tracked`, `winkLeft` and `winkRight`: channels, then those of its own. */
	std::vector<FInput> Inputs;
	FEyes Eyes;
	/** Each after those that it names. */
	std::vector<FSignal> Signals;
	std::vector<FCondition> Conditions;
	std::vector<FTarget> Targets;
	std::vector<FRow> Rows;
	std::vector<FSwitch> Switches;
	std::vector<FGroup> Groups;
	std::vector<FRegion> Regions;
	FLost Lost;
};
} // namespace Koekata
