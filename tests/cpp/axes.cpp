#include "Koekata/Axes/Axes.h"
#include "Koekata/Axes/Curves.h"
#include "Koekata/Axes/Timecode.h"
#include "support.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
/** As FQuat::RotateVector does it: the formula is the same in both kinds of axes. */
FUnrealVector Rotate(const FUnrealQuaternion& Q, const FUnrealVector& V)
{
	const FUnrealVector T = {2.0 * (Q.Y * V.Z - Q.Z * V.Y), 2.0 * (Q.Z * V.X - Q.X * V.Z), 2.0 * (Q.X * V.Y - Q.Y * V.X)};
	return {V.X + Q.W * T.X + Q.Y * T.Z - Q.Z * T.Y, V.Y + Q.W * T.Y + Q.Z * T.X - Q.X * T.Z, V.Z + Q.W * T.Z + Q.X * T.Y - Q.Y * T.X};
}

/** As the reference of FRotator::Quaternion gives it: pitch up, yaw right and roll clockwise are positive. */
FUnrealQuaternion QuaternionOf(const FUnrealRotator& R)
{
	const double Half = 3.14159265358979323846 / 360.0;
	const double Sp = std::sin(R.Pitch * Half), Cp = std::cos(R.Pitch * Half), Sy = std::sin(R.Yaw * Half);
	const double Cy = std::cos(R.Yaw * Half), Sr = std::sin(R.Roll * Half), Cr = std::cos(R.Roll * Half);
	return {Cr * Sp * Sy - Sr * Cp * Cy, -Cr * Sp * Cy - Sr * Cp * Sy, Cr * Cp * Sy - Sr * Sp * Cy, Cr * Cp * Cy + Sr * Sp * Sy};
}

/** Where the face looks, and where its left ear and the top of its head point, in Unreal. */
FUnrealVector Nose(const std::array<double, 3>& Ypr)
{
	return Rotate(ToUnrealRotation(RotationOf(Ypr)), {1.0, 0.0, 0.0});
}

FUnrealVector LeftEar(const std::array<double, 3>& Ypr)
{
	return Rotate(ToUnrealRotation(RotationOf(Ypr)), {0.0, -1.0, 0.0});
}

int64_t Frames(const FTimecode& Timecode, const FTimecodeRate& Rate)
{
	int64_t Found = -1;
	return FramesOf(Timecode, Rate, Found) ? Found : -1;
}
} // namespace

TEST_SUITE_BEGIN("axes");

TEST_CASE("a head that turns to its left looks left in Unreal, where right is positive")
{
	const FUnrealVector Looks = Nose({30.0, 0.0, 0.0});
	CHECK(Looks.Y == doctest::Approx(-0.5));
	CHECK(Looks.X > 0.8);
	CHECK(ToUnrealRotator({30.0, 0.0, 0.0}).Yaw == -30.0);
}

TEST_CASE("a head that nods looks down in Unreal, and one that looks up looks up")
{
	CHECK(Nose({0.0, -30.0, 0.0}).Z == doctest::Approx(-0.5));
	CHECK(Nose({0.0, 30.0, 0.0}).Z == doctest::Approx(0.5));
	CHECK(ToUnrealRotator({0.0, -30.0, 0.0}).Pitch == -30.0);
}

TEST_CASE("a head that raises its left side has its left ear up in Unreal")
{
	CHECK(LeftEar({0.0, 0.0, 30.0}).Z == doctest::Approx(0.5));
	CHECK(Nose({0.0, 0.0, 30.0}).X == doctest::Approx(1.0));
	CHECK(ToUnrealRotator({0.0, 0.0, 30.0}).Roll == 30.0);
}

TEST_CASE("the rotator and the quaternion are the same rotation")
{
	for (const std::array<double, 3>& Ypr : {std::array<double, 3>{20.0, 10.0, 5.0}, {-70.0, 40.0, -25.0}, {150.0, -60.0, 80.0}})
	{
		const FUnrealQuaternion A = ToUnrealRotation(RotationOf(Ypr)), B = QuaternionOf(ToUnrealRotator(Ypr));
		CHECK(std::abs(A.X * B.X + A.Y * B.Y + A.Z * B.Z + A.W * B.W) == doctest::Approx(1.0));
	}
}

TEST_CASE("eyes that look left and down do so in Unreal")
{
	const std::array<double, 4> Gaze = {10.0, -5.0, 12.0, -6.0};
	CHECK(ToUnrealLeftEye(Gaze).Yaw == -10.0);
	CHECK(ToUnrealLeftEye(Gaze).Pitch == -5.0);
	CHECK(ToUnrealRightEye(Gaze).Yaw == -12.0);
	CHECK(ToUnrealRightEye(Gaze).Pitch == -6.0);
	CHECK(Rotate(QuaternionOf(ToUnrealLeftEye(Gaze)), {1.0, 0.0, 0.0}).Y < 0.0);
	CHECK(Rotate(QuaternionOf(ToUnrealLeftEye(Gaze)), {1.0, 0.0, 0.0}).Z < 0.0);
}

TEST_CASE("a head that moves left, up and forward does so in centimetres")
{
	const FUnrealVector Place = ToUnrealPosition({0.1, 0.2, 0.3});
	CHECK(Place.X == doctest::Approx(30.0));
	CHECK(Place.Y == doctest::Approx(-10.0));
	CHECK(Place.Z == doctest::Approx(20.0));
}

TEST_CASE("angles of Live Link Face are radians to the right, down, and with the left side down")
{
	const std::array<double, 9> Angles = LiveLinkFaceAngles({90.0, 30.0, 10.0}, {1.0, 2.0, 3.0, 4.0});
	CHECK(Angles[0] == doctest::Approx(-1.5707963));
	CHECK(Angles[1] == doctest::Approx(-0.5235988));
	CHECK(Angles[5] == 0.0);
	CHECK(Angles[7] == doctest::Approx(-0.0698132));
	CHECK(std::string(LiveLinkFaceAngleNames()[7]) == "RightEyePitch");
}

TEST_CASE("angles come back from the quaternion")
{
	const std::array<double, 3> Back = AnglesOf(RotationOf({20.0, -10.0, 5.0}));
	CHECK(Back[0] == doctest::Approx(20.0));
	CHECK(Back[1] == doctest::Approx(-10.0));
	CHECK(Back[2] == doctest::Approx(5.0));
}

TEST_CASE("rotations are mixed on the shorter way")
{
	const FQuaternion From = RotationOf({10.0, 0.0, 0.0});
	FQuaternion To = RotationOf({30.0, 0.0, 0.0});
	CHECK(AnglesOf(Slerp(From, To, 0.25))[0] == doctest::Approx(15.0));
	for (double& Part : To)
	{
		Part = -Part; // The same rotation.
	}
	CHECK(AnglesOf(Slerp(From, To, 0.25))[0] == doctest::Approx(15.0));
	CHECK(AnglesOf(Slerp(From, From, 0.5))[0] == doctest::Approx(10.0));
}

TEST_CASE("curves are Epic's names of the channels")
{
	size_t Count = 0;
	const FCurveName* Names = CurveNames(Count);
	CHECK(Count == 52);
	REQUIRE(CurveIndex("eyeBlinkLeft") >= 0);
	CHECK(Names[CurveIndex("eyeBlinkLeft")].Curve == "EyeBlinkLeft");
	CHECK(Names[CurveIndex("tongueOut")].Curve == "TongueOut");
	CHECK(CurveIndex("EyeBlinkLeft") == -1);
}

TEST_CASE("timecode counts frames at whole rates")
{
	const FTimecodeRate Film = {24, 1, false};
	CHECK(Frames({1, 0, 0, 0}, Film) == 86400);
	CHECK(Frames({0, 0, 1, 23}, Film) == 47);
	CHECK(Frames({0, 0, 1, 24}, Film) == -1);
	CHECK(TimecodeText(TimecodeOf(47, Film), false) == "00:00:01:23");
	const FTimecodeRate NoDrop = {30000, 1001, false};
	CHECK(Frames({0, 1, 0, 0}, NoDrop) == 1800);
}

TEST_CASE("drop-frame timecode leaves numbers out as SMPTE says")
{
	const FTimecodeRate Drop30 = {30000, 1001, true}, Drop60 = {60000, 1001, true};
	CHECK(Frames({0, 0, 59, 29}, Drop30) == 1799);
	CHECK(Frames({0, 1, 0, 2}, Drop30) == 1800);
	CHECK(Frames({0, 1, 0, 0}, Drop30) == -1);
	CHECK(Frames({0, 10, 0, 0}, Drop30) == 17982);
	CHECK(Frames({1, 0, 0, 0}, Drop30) == 107892);
	CHECK(Frames({0, 1, 0, 4}, Drop60) == 3600);
	CHECK(Frames({0, 1, 0, 3}, Drop60) == -1);
	CHECK(Frames({1, 0, 0, 0}, Drop60) == 215784);
	CHECK(FramesOfDay(Drop30) == 2589408);
	CHECK(TimecodeText(TimecodeOf(1800, Drop30), true) == "00:01:00;02");
	CHECK(TimecodeText(TimecodeOf(17982, Drop30), true) == "00:10:00;00");
	CHECK(TimecodeText(TimecodeOf(2589408, Drop30), true) == "00:00:00;00");
	CHECK(TimecodeText(TimecodeOf(-1, Drop30), true) == "23:59:59;29");
}

TEST_CASE("every frame of an hour comes back from its timecode")
{
	for (const FTimecodeRate& Rate : {FTimecodeRate{30000, 1001, true}, FTimecodeRate{60000, 1001, true}, FTimecodeRate{25, 1, false}})
	{
		int64_t Wrong = 0;
		for (int64_t Frame = 0; Frame < FramesOfDay(Rate) / 24; ++Frame)
		{
			Wrong += Frames(TimecodeOf(Frame, Rate), Rate) == Frame ? 0 : 1;
		}
		CHECK(Wrong == 0);
	}
}

TEST_CASE("dropping belongs to 29.97 and 59.94 alone")
{
	CHECK(!FTimecodeRate{30, 1, true}.IsValid());
	CHECK(!FTimecodeRate{24000, 1001, true}.IsValid());
	CHECK(!FTimecodeRate{30, 0, false}.IsValid());
	CHECK(Frames({0, 0, 0, 0}, {30, 0, false}) == -1);
	CHECK(TimecodeText(TimecodeOf(5, {0, 1, false}), false) == "00:00:00:00");
}

TEST_CASE("timecode is read as it is written, and nothing else is")
{
	FTimecode Found;
	bool bSemicolon = true;
	REQUIRE(ReadTimecode("01:02:03:04", Found, &bSemicolon));
	CHECK((Found.Hours == 1 && Found.Minutes == 2 && Found.Seconds == 3 && Found.Frames == 4));
	CHECK(!bSemicolon);
	REQUIRE(ReadTimecode("23:59:59;29", Found, &bSemicolon));
	CHECK(bSemicolon);
	for (const char* Text : {"", "1:2:3:4", "24:00:00:00", "00:60:00:00", "00:00:60:00", "00:00:00.00", "aa:00:00:00", "00:00:00:000", "-1:00:00:00"})
	{
		CHECK(!ReadTimecode(Text, Found));
	}
}

TEST_SUITE_END();
