#pragma once

#include "CoreMinimal.h"
#include "Koekata/Axes/Axes.h"
#include "Koekata/Binding/OutputPlan.h"
#include "KoekataTypes.h"

/** The core's numbers as the engine's. What they mean was settled there. */
namespace KoekataConvert
{
inline FVector Vector(const Koekata::FUnrealVector& Value)
{
	return FVector(Value.X, Value.Y, Value.Z);
}

inline FRotator Rotator(const Koekata::FUnrealRotator& Value)
{
	return FRotator(Value.Pitch, Value.Yaw, Value.Roll);
}

inline Koekata::EBoneAxes Axes(EKoekataBoneAxes Value)
{
	switch (Value)
	{
		case EKoekataBoneAxes::MirrorX: return Koekata::EBoneAxes::MirrorX;
		case EKoekataBoneAxes::MirrorY: return Koekata::EBoneAxes::MirrorY;
		case EKoekataBoneAxes::MirrorZ: return Koekata::EBoneAxes::MirrorZ;
		default: return Koekata::EBoneAxes::SwapYZ;
	}
}

/** A motion in a bone's own axes, before its place in its parent: multiply from the left. */
inline FTransform Motion(const Koekata::FBoneMotion& Value, float Share)
{
	const FQuat Rotation(Value.Rotation.X, Value.Rotation.Y, Value.Rotation.Z, Value.Rotation.W);
	const FTransform Whole(Rotation, Vector(Value.Translation), Vector(Value.Scale));
	FTransform Blended;
	Blended.Blend(FTransform::Identity, Whole, Share);
	return Blended;
}

/** A value, or what stands for one that is not there, weighed. */
inline float Weighed(const std::vector<double>& Values, int Target, double Rest, float Share)
{
	const double Value = Values[static_cast<size_t>(Target)];
	return FMath::IsFinite(Value) ? static_cast<float>(Rest + (Value - Rest) * static_cast<double>(Share)) : static_cast<float>(Rest);
}
} // namespace KoekataConvert
