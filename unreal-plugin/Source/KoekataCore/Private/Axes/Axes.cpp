#include "Koekata/Axes/Axes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace Koekata
{
namespace
{
constexpr double Pi = 3.14159265358979323846;
constexpr double Radians = Pi / 180.0;
constexpr double CentimetresPerMetre = 100.0;
/** Below this sine, plain interpolation is as good as slerp and does not divide by nearly nothing. */
constexpr double SmallSine = 1e-6;

double Dot(const FQuaternion& A, const FQuaternion& B)
{
	return A[0] * B[0] + A[1] * B[1] + A[2] * B[2] + A[3] * B[3];
}

FQuaternion Mixed(const FQuaternion& A, double OfA, const FQuaternion& B, double OfB)
{
	FQuaternion Sum;
	for (size_t Index = 0; Index < Sum.size(); ++Index)
	{
		Sum[Index] = A[Index] * OfA + B[Index] * OfB;
	}
	const double Length = std::sqrt(Dot(Sum, Sum));
	for (double& Part : Sum)
	{
		Part /= Length;
	}
	return Sum;
}
} // namespace

FUnrealVector ToUnrealPosition(const std::array<double, 3>& Translation)
{
	return {CentimetresPerMetre * Translation[2], -CentimetresPerMetre * Translation[0], CentimetresPerMetre * Translation[1]};
}

FUnrealQuaternion ToUnrealRotation(const FQuaternion& Rotation)
{
	return {-Rotation[2], Rotation[0], -Rotation[1], Rotation[3]};
}

FUnrealRotator ToUnrealRotator(const std::array<double, 3>& Ypr)
{
	return {Ypr[1], -Ypr[0], Ypr[2]};
}

FUnrealRotator ToUnrealLeftEye(const std::array<double, 4>& Gaze)
{
	return {Gaze[1], -Gaze[0], 0.0};
}

FUnrealRotator ToUnrealRightEye(const std::array<double, 4>& Gaze)
{
	return {Gaze[3], -Gaze[2], 0.0};
}

std::array<double, 9> LiveLinkFaceAngles(const std::array<double, 3>& Ypr, const std::array<double, 4>& Gaze)
{
	std::array<double, 9> Angles = {Ypr[0], Ypr[1], Ypr[2], Gaze[0], Gaze[1], 0.0, Gaze[2], Gaze[3], 0.0};
	for (double& Angle : Angles)
	{
		Angle *= -Radians;
	}
	return Angles;
}

const std::array<const char*, 9>& LiveLinkFaceAngleNames()
{
	static constexpr std::array<const char*, 9> Names = {"HeadYaw",		 "HeadPitch",	"HeadRoll",		 "LeftEyeYaw",	"LeftEyePitch",
														 "LeftEyeRoll", "RightEyeYaw", "RightEyePitch", "RightEyeRoll"};
	return Names;
}

FQuaternion RotationOf(const std::array<double, 3>& Ypr)
{
	const double Sy = std::sin(Ypr[0] * Radians / 2.0), Cy = std::cos(Ypr[0] * Radians / 2.0);
	const double Sx = std::sin(-Ypr[1] * Radians / 2.0), Cx = std::cos(-Ypr[1] * Radians / 2.0);
	const double Sz = std::sin(Ypr[2] * Radians / 2.0), Cz = std::cos(Ypr[2] * Radians / 2.0);
	return {Cy * Sx * Cz + Sy * Cx * Sz, Sy * Cx * Cz - Cy * Sx * Sz, Cy * Cx * Sz - Sy * Sx * Cz, Cy * Cx * Cz + Sy * Sx * Sz};
}

std::array<double, 3> AnglesOf(const FQuaternion& Rotation)
{
	const double X = Rotation[0], Y = Rotation[1], Z = Rotation[2], W = Rotation[3];
	// Entries of the matrix Ry(yaw) Rx(-pitch) Rz(roll): row 1 is (cp sr, cp cr, sp), column 2 (cp sy, sp, cp cy).
	const double SinPitch = std::clamp(2.0 * (Y * Z - X * W), -1.0, 1.0);
	const double Yaw = std::atan2(2.0 * (X * Z + Y * W), 1.0 - 2.0 * (X * X + Y * Y));
	const double Roll = std::atan2(2.0 * (X * Y + Z * W), 1.0 - 2.0 * (X * X + Z * Z));
	return {Yaw / Radians, std::asin(SinPitch) / Radians, Roll / Radians};
}

FQuaternion Slerp(const FQuaternion& From, const FQuaternion& To, double Share)
{
	const double Cosine = Dot(From, To);
	const double Sign = Cosine < 0.0 ? -1.0 : 1.0;
	const double Angle = std::acos(std::min(std::abs(Cosine), 1.0));
	const double Sine = std::sin(Angle);
	if (Sine < SmallSine)
	{
		return Mixed(From, 1.0 - Share, To, Sign * Share);
	}
	return Mixed(From, std::sin((1.0 - Share) * Angle) / Sine, To, Sign * std::sin(Share * Angle) / Sine);
}

double AngleBetween(const FQuaternion& From, const FQuaternion& To)
{
	return 2.0 * std::acos(std::min(std::abs(Dot(From, To)), 1.0));
}
} // namespace Koekata
