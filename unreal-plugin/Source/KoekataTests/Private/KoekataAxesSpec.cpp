#include "Koekata/Axes/Axes.h"
#include "KoekataTestFlags.h"
#include "Math/Rotator.h"

#if WITH_DEV_AUTOMATION_TESTS

/** The core's axes against the engine's own mathematics, which the tests outside of the engine cannot ask. */
BEGIN_DEFINE_SPEC(FKoekataAxesSpec, "Koekata.Axes", KOEKATA_TEST_FLAGS)
	FQuat HeadOf(double Yaw, double Pitch, double Roll) const;
	void TestSame(const TCHAR* What, const FVector& Found, const FVector& Wanted);
END_DEFINE_SPEC(FKoekataAxesSpec)

FQuat FKoekataAxesSpec::HeadOf(double Yaw, double Pitch, double Roll) const
{
	const Koekata::FUnrealQuaternion Head = Koekata::ToUnrealRotation(Koekata::RotationOf({Yaw, Pitch, Roll}));
	return FQuat(Head.X, Head.Y, Head.Z, Head.W);
}

void FKoekataAxesSpec::TestSame(const TCHAR* What, const FVector& Found, const FVector& Wanted)
{
	TestTrue(FString::Printf(TEXT("%s: %s is %s"), What, *Found.ToString(), *Wanted.ToString()), Found.Equals(Wanted, 1e-4));
}

void FKoekataAxesSpec::Define()
{
	It(TEXT("turns a head by quaternion and by FRotator alike"), [this]()
	{
		for (const std::array<double, 3>& Angles : {std::array<double, 3>{30.0, 0.0, 0.0}, {0.0, 20.0, 0.0}, {0.0, 0.0, 10.0}, {25.0, -15.0, 40.0}})
		{
			const Koekata::FUnrealRotator Turned = Koekata::ToUnrealRotator(Angles);
			const FQuat ByRotator = FRotator(Turned.Pitch, Turned.Yaw, Turned.Roll).Quaternion();
			TestTrue(TEXT("the same rotation"), ByRotator.Equals(HeadOf(Angles[0], Angles[1], Angles[2]), 1e-4) || ByRotator.Equals(HeadOf(Angles[0], Angles[1], Angles[2]) * FQuat(0.0, 0.0, 0.0, -1.0), 1e-4));
		}
	});

	It(TEXT("lets a performer who turns to the left look to the character's left"), [this]()
	{
		const FVector Nose = HeadOf(90.0, 0.0, 0.0).RotateVector(FVector(1.0, 0.0, 0.0));
		TestSame(TEXT("nose"), Nose, FVector(0.0, -1.0, 0.0));
	});

	It(TEXT("lets a performer who looks up look up"), [this]()
	{
		const FVector Nose = HeadOf(0.0, 45.0, 0.0).RotateVector(FVector(1.0, 0.0, 0.0));
		TestTrue(TEXT("the nose is raised"), Nose.Z > 0.7);
	});

	It(TEXT("puts a step to the performer's left on the character's left, in centimetres"), [this]()
	{
		const Koekata::FUnrealVector Moved = Koekata::ToUnrealPosition({0.1, 0.2, -0.3});
		TestSame(TEXT("place"), FVector(Moved.X, Moved.Y, Moved.Z), FVector(-30.0, -10.0, 20.0));
	});
}

#endif
