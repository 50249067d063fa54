#pragma once

#include "Koekata/Api.h"

#include <array>

/**
 * From the stream's axes to Unreal's, in this file alone.
 *
 * Stream: right-handed, metres, +x the performer's left, +y up, +z out of the face. Unreal: left-handed, centimetres,
 * +X forward, +Y right, +Z up. A character looks along +X, so (x, y, z) becomes (z, -x, y). That turns handedness
 * around, so a rotation, whose axis is a pseudovector, becomes (-z, x, -y, w). FRotator counts yaw positive to the
 * right, pitch positive upwards and roll positive with the left side up, and applies roll, pitch, yaw, as the stream
 * does: of the three only yaw changes its sign. The performer's left is the character's left.
 */
namespace Koekata
{
/** x, y, z, w. */
using FQuaternion = std::array<double, 4>;

struct FUnrealVector
{
	double X = 0.0;
	double Y = 0.0;
	double Z = 0.0;
};

struct FUnrealQuaternion
{
	double X = 0.0;
	double Y = 0.0;
	double Z = 0.0;
	double W = 1.0;
};

/** Degrees, in the order of FRotator. */
struct FUnrealRotator
{
	double Pitch = 0.0;
	double Yaw = 0.0;
	double Roll = 0.0;
};

/** Metres to centimetres. */
KOEKATACORE_API FUnrealVector ToUnrealPosition(const std::array<double, 3>& Translation);
KOEKATACORE_API FUnrealQuaternion ToUnrealRotation(const FQuaternion& Rotation);
/** Of yaw, pitch, roll in degrees. */
KOEKATACORE_API FUnrealRotator ToUnrealRotator(const std::array<double, 3>& Ypr);
/** Of the left eye and of the right one, in the head's axes. */
KOEKATACORE_API FUnrealRotator ToUnrealLeftEye(const std::array<double, 4>& Gaze);
KOEKATACORE_API FUnrealRotator ToUnrealRightEye(const std::array<double, 4>& Gaze);

/**
 * HeadYaw, HeadPitch, HeadRoll, LeftEyeYaw, LeftEyePitch, LeftEyeRoll, RightEyeYaw, RightEyePitch, RightEyeRoll as the
 * app Live Link Face sends them: radians, yaw positive to the right, pitch positive downwards, roll positive with the
 * left side down.
 */
KOEKATACORE_API std::array<double, 9> LiveLinkFaceAngles(const std::array<double, 3>& Ypr, const std::array<double, 4>& Gaze);
KOEKATACORE_API const std::array<const char*, 9>& LiveLinkFaceAngleNames();

/** In the stream's axes: the quaternion of Ry(yaw) Rx(-pitch) Rz(roll), and the angles of a quaternion, in degrees. */
KOEKATACORE_API FQuaternion RotationOf(const std::array<double, 3>& Ypr);
KOEKATACORE_API std::array<double, 3> AnglesOf(const FQuaternion& Rotation);
/** On the shorter way; a share outside of [0, 1] goes on beyond. The result has length 1. */
KOEKATACORE_API FQuaternion Slerp(const FQuaternion& From, const FQuaternion& To, double Share);
/** Radians of the shorter way between two rotations. */
KOEKATACORE_API double AngleBetween(const FQuaternion& From, const FQuaternion& To);
} // namespace Koekata
